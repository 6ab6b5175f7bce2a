#include "twice.hpp"

int twice(int value) { return value + value; }
