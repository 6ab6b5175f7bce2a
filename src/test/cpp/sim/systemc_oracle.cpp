/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
/// Reads the records of differential.cpp and computes them again with SystemC (IEEE 1666), an independent oracle.
///
/// Arguments: formats.inc, file of records. Exit status 0 if at least one record was compared and all agree.
#define SC_INCLUDE_FX
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <systemc>
#include <vector>

#include "cases.h"

namespace {

using Value = sc_dt::sc_fxval;

/// A number with format and modes chosen at run time.
class Number {
 public:
  Number(int width, int integerBits, bool isSigned, sc_dt::sc_q_mode q, sc_dt::sc_o_mode o)
      : fraction_(width - integerBits), signed_(isSigned), width_(width) {
    if (isSigned) {
      number_.reset(new sc_dt::sc_fix(width, integerBits, q, o));
    } else {
      number_.reset(new sc_dt::sc_ufix(width, integerBits, q, o));
    }
  }
  int fraction() const { return fraction_; }
  int integer() const { return width_ - fraction_; }
  bool isSigned() const { return signed_; }

  /// The number that the raw bits stand for.
  Value value(std::uint64_t raw) const {
    const int unused = 64 - width_;
    const Value integer =
        signed_ ? Value(static_cast<sc_dt::int64>(raw << unused) >> unused) : Value(static_cast<sc_dt::uint64>(raw));
    return fraction_ >= 0 ? integer >> fraction_ : integer << -fraction_;
  }

  /// The raw bits, sign-extended, after the assignment of v.
  void assign(const Value& v, std::uint64_t& low, std::uint64_t& high) {
    *number_ = v;
    low = bits(0);
    high = width_ > 64 ? bits(64) : 0;
    const int unused = width_ > 64 ? 128 - width_ : 64 - width_;
    std::uint64_t& top = width_ > 64 ? high : low;
    if (signed_) {
      top = static_cast<std::uint64_t>(static_cast<std::int64_t>(top << unused) >> unused);
      high = width_ > 64 ? high : static_cast<std::uint64_t>(static_cast<std::int64_t>(low) >> 63);
    }
  }

 private:
  std::uint64_t bits(int lowest) const {
    std::uint64_t result = 0;
    for (int i = lowest; i < width_ && i < lowest + 64; ++i) {
      result |= static_cast<std::uint64_t>((*number_)[i] ? 1 : 0) << (i - lowest);
    }
    return result;
  }

  int fraction_;
  bool signed_;
  int width_;
  std::shared_ptr<sc_dt::sc_fxnum> number_;
};

/// One line of formats.inc: ap_fixed<W, I, Q, O>, with or without a comma after it.
Number parse(const std::string& line) {
  int width = 0;
  int integerBits = 0;
  char quantization[20] = "";
  char overflow[20] = "";
  const std::size_t open = line.find('<');
  if (open == std::string::npos || std::sscanf(line.c_str() + open, "<%d, %d, %19[A-Z_], %19[A-Z_]>", &width,
                                               &integerBits, quantization, overflow) != 4) {
    std::fprintf(stderr, "not a format: %s\n", line.c_str());
    std::exit(2);
  }
  const bool isSigned = line.find("ap_fixed") != std::string::npos;
  const char* const quantizations[] = {"AP_RND",      "AP_RND_ZERO", "AP_RND_MIN_INF", "AP_RND_INF",
                                       "AP_RND_CONV", "AP_TRN",      "AP_TRN_ZERO"};
  const char* const overflows[] = {"AP_SAT", "AP_SAT_ZERO", "AP_SAT_SYM", "AP_WRAP"};
  int q = 0;
  while (std::strcmp(quantizations[q], quantization) != 0) {
    ++q;
  }
  int o = 0;
  while (std::strcmp(overflows[o], overflow) != 0) {
    ++o;
  }
  // The vendor's headers keep the only negative value of a single signed bit; SystemC makes it zero.
  const bool oneBit = isSigned && width == 1 && o == 2;
  // both enumerations have the order of the tables above
  return Number(width, integerBits, isSigned, static_cast<sc_dt::sc_q_mode>(q),
                static_cast<sc_dt::sc_o_mode>(oneBit ? 0 : o));
}

std::vector<Number> readFormats(const char* file) {
  std::vector<Number> formats;
  std::FILE* in = std::fopen(file, "r");
  char line[200];
  while (in != nullptr && std::fgets(line, sizeof line, in) != nullptr) {
    formats.push_back(parse(line));
  }
  return formats;
}

/// The exact result of an operation.
Value combine(int kind, const Value& x, const Value& y) {
  switch (kind) {
    case kSum:
    case kAddTo:
      return x + y;
    case kDifference:
    case kSubtractFrom:
      return x - y;
    default:
      return x * y;
  }
}

/// A number wide enough for every result of "a" and "b".
Number wide(int kind, const Number& a, const Number& b) {
  const int fraction = kind == kProduct ? a.fraction() + b.fraction() : std::max(a.fraction(), b.fraction());
  const bool isSigned = kind == kDifference || a.isSigned() || b.isSigned();
  return Number(128, 128 - fraction, isSigned, sc_dt::SC_TRN, sc_dt::SC_WRAP);
}

double toDouble(std::uint64_t bits) {
  double v = 0;
  std::memcpy(&v, &bits, sizeof v);
  return v;
}

}  // namespace

int sc_main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: %s formats records\n", argv[0]);
    return 2;
  }
  std::vector<Number> formats = readFormats(argv[1]);
  std::FILE* in = std::fopen(argv[2], "rb");
  if (in == nullptr || formats.empty()) {
    std::fprintf(stderr, "cannot read %s or %s\n", argv[1], argv[2]);
    return 2;
  }
  long compared = 0;
  long different = 0;
  Record record;
  while (std::fread(&record, sizeof record, 1, in) == 1) {
    const std::size_t index = static_cast<std::size_t>(record.format);
    Number& format = formats[index];
    const Number& next = formats[(index + 1) % formats.size()];
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    switch (record.kind) {
      case kFromDouble:
        format.assign(Value(toDouble(record.a)), low, high);
        break;
      case kFromNext:
        format.assign(next.value(record.a), low, high);
        break;
      case kSum:
      case kDifference:
      case kProduct:
        wide(record.kind, format, next)
            .assign(combine(record.kind, format.value(record.a), next.value(record.b)), low, high);
        break;
      case kAddTo:
      case kSubtractFrom:
      case kMultiplyBy:
        format.assign(combine(record.kind, format.value(record.a), next.value(record.b)), low, high);
        break;
      case kComparison: {
        const Value x = format.value(record.a);
        const Value y = next.value(record.b);
        // as C compares: a negative number is above all if the other one is unsigned, has 32 bits and is no narrower
        const int missing = format.fraction() - next.fraction();
        const int left = std::max(format.integer() + format.fraction() + (missing < 0 ? 1 - missing : 0), 1);
        const int right = std::max(next.integer() + next.fraction() + (missing > 0 ? missing : 0), 1);
        const int unsignedWidth = format.isSigned() ? right : left;
        if (format.isSigned() != next.isSigned() && unsignedWidth >= 32 &&
            unsignedWidth >= (format.isSigned() ? left : right) && (x < 0 || y < 0)) {
          low = x < 0 ? 4U : 1U;
          break;
        }
        low = (x < y ? 1U : 0U) + (x == y ? 2U : 0U) + (x > y ? 4U : 0U);
        break;
      }
      default:  // SystemC's to_double does not promise to round to nearest
        continue;
    }
    ++compared;
    if (low != record.low || high != record.high) {
      ++different;
      if (different <= 20) {
        std::printf("kind %d, format %d: a %016llx, b %016llx: %016llx%016llx, SystemC %016llx%016llx\n", record.kind,
                    record.format, static_cast<unsigned long long>(record.a), static_cast<unsigned long long>(record.b),
                    static_cast<unsigned long long>(record.high), static_cast<unsigned long long>(record.low),
                    static_cast<unsigned long long>(high), static_cast<unsigned long long>(low));
      }
    }
  }
  std::fclose(in);
  std::printf("%ld compared, %ld different\n", compared, different);
  return compared > 0 && different == 0 ? 0 : 1;
}
