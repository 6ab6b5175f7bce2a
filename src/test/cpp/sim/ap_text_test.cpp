/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Numbers from text, as text, and through streams.
#include "ap_text.h"

#include <iomanip>
#include <sstream>

#include "ap_fixed.h"
#include "ap_int.h"
#include "check.h"

namespace {

void integersAsText() {
  CHECK_EQUAL(ap_uint<8>(5).to_string(), "0b0101");
  CHECK_EQUAL(ap_uint<8>(0).to_string(), "0b0");
  CHECK_EQUAL(ap_uint<3>(5).to_string(), "0b101");
  CHECK_EQUAL(ap_int<8>(-5).to_string(), "0b11111011");
  CHECK_EQUAL(ap_int<8>(-5).to_string(10), "-5");
  CHECK_EQUAL(ap_int<8>(-128).to_string(10), "-128");
  CHECK_EQUAL(ap_int<8>(-5).to_string(10, false), "251");
  CHECK_EQUAL(ap_int<8>(-5).to_string(16), "-0x5");
  CHECK_EQUAL(ap_int<8>(-5).to_string(16, false), "0xfb");
  CHECK_EQUAL(ap_uint<16>(0x9F).to_string(16), "0x09f");
  CHECK_EQUAL(ap_uint<9>(0755).to_string(8), "0o755");
  CHECK_EQUAL((ap_uint<200>(1) << 150).to_string(10), "1427247692705959881058285969449495136382746624");
}

void fractionsAsText() {
  using T = ap_fixed<8, 4>;
  CHECK_EQUAL(T(-1.25).to_string(10), "-1.25");
  CHECK_EQUAL(T(-8).to_string(10), "-8");
  CHECK_EQUAL(T(5.5).to_string(), "0b0101.1000");
  CHECK_EQUAL(T(-1).to_string(), "0b11111");
  CHECK_EQUAL(T(1.6875).to_string(16), "0x1.bp0");
  CHECK_EQUAL((ap_ufixed<8, 0>(0.75).to_string()), "0b0.11000000");
  CHECK_EQUAL((ap_ufixed<8, 0>(0.00390625).to_string(10)), "0.00390625");
  CHECK_EQUAL((ap_fixed<8, 10>(-12).to_string(10)), "-12");
  CHECK_EQUAL((ap_fixed<8, -2>(-0.125).to_string(10)), "-0.125");
  CHECK_EQUAL((ap_ufixed<5, 2>(1.125).to_string(16)), "0x1.2p0");
}

void integersFromText() {
  CHECK_EQUAL(ap_int<8>("-5").to_int(), -5);
  CHECK_EQUAL(ap_int<8>("0x1F", 16).to_int(), 31);
  CHECK_EQUAL(ap_int<8>("1F", 16).to_int(), 31);
  CHECK_EQUAL(ap_int<8>("-0b101").to_int(), -5);
  CHECK_EQUAL(ap_uint<8>("0o17").to_int(), 15);
  CHECK_EQUAL(ap_int<8>("255").to_int(), -1);
  CHECK_EQUAL(ap_uint<4>("-1").to_int(), 15);
  CHECK_EQUAL(ap_uint<4>("0xB1", 16).to_int(), 1);
  const ap_uint<256> wide = "0xfedcba98765432100123456789abcdef00000000000000000000000000000001";
  CHECK_EQUAL(wide.to_string(16), "0xfedcba98765432100123456789abcdef00000000000000000000000000000001");
  CHECK(ap_uint<256>(wide.to_string(10).c_str()) == wide && ap_uint<256>(wide.to_string(2).c_str()) == wide);
  CHECK(ap_uint<256>(wide.to_string(8).c_str()) == wide);
  ap_int<8> assigned = 0;
  assigned = "17";
  CHECK_EQUAL(assigned.to_int(), 17);
}

void fractionsFromText() {
  CHECK_EQUAL((ap_fixed<8, 4>("-1.25").to_double()), -1.25);
  CHECK_EQUAL((ap_fixed<8, 4>("0b101.1").to_double()), 5.5);
  CHECK_EQUAL((ap_fixed<8, 4>("1.8", 16).to_double()), 1.5);
  CHECK_EQUAL((ap_fixed<8, 4>("0.1").to_double()), 0.0625);
  CHECK_EQUAL((ap_fixed<8, 4>("-0.1").to_double()), -0.125);
  CHECK_EQUAL((ap_fixed<8, 4, AP_RND, AP_SAT>("0.1").to_double()), 0.125);
  // a tie, and a little more than one, beyond any double
  CHECK_EQUAL((ap_fixed<8, 4, AP_RND_CONV>("0.03125").to_double()), 0.0);
  CHECK_EQUAL((ap_fixed<8, 4, AP_RND_CONV>("0.0312500000000000000000000000000001").to_double()), 0.0625);
  CHECK_EQUAL((ap_fixed<8, 4, AP_TRN, AP_SAT>("123456789012345678901234567890").to_double()), 7.9375);
  CHECK_EQUAL((ap_fixed<8, 4, AP_TRN, AP_SAT>("-99").to_double()), -8.0);
  CHECK_EQUAL((ap_fixed<8, 4>("17.5").to_double()), 1.5);
  CHECK_EQUAL((ap_fixed<8, 10>("12.9").to_double()), 12.0);
  CHECK_EQUAL((ap_ufixed<4, -2>("0.0625").to_double()), 0.0625);
}

void streams() {
  ap_int<8> small = 0;
  ap_uint<200> wide = 0;
  ap_fixed<16, 8> fraction = 0;
  std::istringstream in("-7 0x10 2.75 ff x");
  in >> small >> wide >> fraction;
  CHECK_EQUAL(small.to_int(), -7);
  CHECK_EQUAL(wide.to_int(), 16);
  CHECK_EQUAL(fraction.to_double(), 2.75);
  in >> std::hex >> wide;
  CHECK_EQUAL(wide.to_int(), 255);
  in >> wide;
  CHECK(in.fail() && wide == 255);
  std::ostringstream out;
  out << small << ' ' << wide << ' ' << std::hex << std::setw(6) << wide << ' ' << fraction;
  CHECK_EQUAL(out.str(), "-7 255  0x0ff 2.75");
}

/// Operands that somebody else may change.
void volatileOperands() {
  volatile ap_int<8> flag = 3;
  flag = -4;
  const ap_int<8> copy = flag;
  CHECK_EQUAL(copy.to_int(), -4);
  volatile ap_uint<300> wide = 7;
  wide = ap_uint<300>(9);
  CHECK_EQUAL(ap_uint<300>(wide).to_int(), 9);
  volatile ap_fixed<16, 8> fraction = 1.5;
  fraction = ap_fixed<8, 4>(-2.25);
  const ap_fixed<20, 10> read = fraction;
  CHECK_EQUAL(read.to_double(), -2.25);
}

void concatenations() {
  ap_uint<4> high = 0;
  ap_int<8> low = 0;
  ap_uint<1> top = 0;
  (top, high, low) = 0x1A95;
  CHECK(top == 1 && high == 0xA && low == ap_int<8>(0x95));
  (high, low) = (low, high);
  CHECK(high == 9 && low == 0x5A);
  ap_uint<16> word = 0;
  (word.range(15, 12), word(3, 0)) = 0xC7;
  CHECK_EQUAL(word.to_uint(), 0xC007U);
  (word[15], low) = ap_uint<9>(0x0FF);
  CHECK_EQUAL(word.to_uint(), 0x4007U);
  CHECK_EQUAL(low.to_int(), -1);
  CHECK_EQUAL(high.concat(word(3, 0)).to_uint(), 0x97U);
  high.concat(low) = -1;
  CHECK(high == 15 && low == -1);
  const ap_uint<4> constant = 3;
  CHECK_TYPE((constant, constant), ap_uint<8>);
  const ap_uint<300> wide = (ap_uint<296>(5), high);
  CHECK_EQUAL(wide.to_uint(), 0x5FU);
}

}  // namespace

static_assert(std::is_trivially_copyable<ap_fixed<16, 8>>::value, "numbers are copied like memory");

int main() {
  integersAsText();
  fractionsAsText();
  integersFromText();
  fractionsFromText();
  streams();
  volatileOperands();
  concatenations();
  return check::result();
}
