package io.lotwire.edi.check;

import io.lotwire.edi.bytes.Digits;
import io.lotwire.edi.segment.SegmentId;
import java.math.BigDecimal;

/** A sum of quantities as they come, made without an object for each. */
final class QuantitySums {
    /** Places behind the point that are summed; quantities with more are not. */
    private static final int SCALE = 6;

    /** Digits of a quantity that is surely summed without loss. */
    private static final int DIGITS = 12;

    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private static final long MOST = Long.MAX_VALUE / 2;

    /** Digits of a hash total (X12 element 347) at most; what is more is left out at its begin. */
    private static final BigDecimal HASH_END = BigDecimal.TEN.pow(10);

    private long sum;
    private long hash;
    private int unit;
    private boolean severalUnits;
    private boolean unclear;
    private boolean any;

    void clear() {
        sum = 0;
        hash = 0;
        unit = SegmentId.NONE;
        severalUnits = false;
        unclear = false;
        any = false;
    }

    /**
     * Adds a quantity; an empty one is nothing.
     *
     * @param itsUnit its unit, as {@link SegmentId} packs it
     */
    void add(byte[] bytes, int from, int to, int itsUnit) {
        if (from >= to) {
            return;
        }
        boolean negative = bytes[from] == '-';
        long digits = 0;
        int count = 0;
        int behindPoint = -1;
        for (int at = negative || bytes[from] == '+' ? from + 1 : from; at < to; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + b - '0';
                count++;
                behindPoint += behindPoint < 0 ? 0 : 1;
            } else if ((b == '.' || b == ',') && behindPoint < 0) {
                behindPoint = 0;
            } else {
                unclear = true;
                return;
            }
            if (count > DIGITS || behindPoint > SCALE) {
                unclear = true;
                return;
            }
        }
        long scaled = digits * POWERS[SCALE - Math.max(behindPoint, 0)];
        sum += negative ? -scaled : scaled;
        hash += digits;
        unclear |= count == 0 || Math.abs(sum) > MOST || hash > MOST;
        severalUnits |= any && itsUnit != unit;
        unit = itsUnit;
        any = true;
    }

    /** True when a quantity could not be added, or there was none. */
    boolean isUnclear() {
        return unclear || !any;
    }

    boolean hasSeveralUnits() {
        return severalUnits;
    }

    BigDecimal sum() {
        BigDecimal exact = BigDecimal.valueOf(sum, SCALE).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    boolean isSum(BigDecimal stated) {
        return any && !unclear && sum().compareTo(stated) == 0;
    }

    /** True for the sum without regard to points and signs, whose first digits are left out where it is too long. */
    boolean isHash(BigDecimal stated) {
        return BigDecimal.valueOf(hash).remainder(HASH_END).compareTo(stated.remainder(HASH_END)) == 0;
    }

    /** The number that a total is; null for none. */
    static BigDecimal number(String total) {
        String number = total.replace(',', '.');
        return Digits.areDecimal(number) ? new BigDecimal(number) : null;
    }
}
