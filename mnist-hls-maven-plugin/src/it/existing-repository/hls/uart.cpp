// Hand-written: another block of this repository, which the generated files come to lie beside.
int uart_divider(int clock_hz, int baud) { return clock_hz / baud; }
