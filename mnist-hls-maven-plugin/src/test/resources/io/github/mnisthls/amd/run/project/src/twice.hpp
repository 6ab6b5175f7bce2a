#ifndef TWICE_HPP
#define TWICE_HPP
int twice(int value);
#endif
