package dev.hammer.policy.network;

import java.math.BigInteger;

/** The two kinds of internet addresses. */
public enum IpFamily {
  IPV4(32),
  IPV6(128);

  private final int bits;

  IpFamily(int bits) {
    this.bits = bits;
  }

  /** The length of an address in bits. */
  public int bits() {
    return bits;
  }

  /** The highest address, as a number. */
  BigInteger last() {
    return sizeOf(0).subtract(BigInteger.ONE);
  }

  /** How many addresses a block of this prefix length holds. */
  BigInteger sizeOf(int prefixLength) {
    return BigInteger.ONE.shiftLeft(bits - prefixLength);
  }
}
