package org.convergence.platform.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Public network addresses: all except those of this machine, of private networks and of special use. An IPv6 address
 * that embeds an IPv4 address is judged by the latter.
 */
final class PublicAddressPolicy {

    /** Networks of special use, from the registry of the IANA. */
    private static final List<AddressRange> INSIDE = List.of(
            AddressRange.of("0.0.0.0", 8),
            AddressRange.of("10.0.0.0", 8),
            AddressRange.of("100.64.0.0", 10),
            AddressRange.of("127.0.0.0", 8),
            AddressRange.of("169.254.0.0", 16),
            AddressRange.of("172.16.0.0", 12),
            AddressRange.of("192.0.0.0", 24),
            AddressRange.of("192.0.2.0", 24),
            AddressRange.of("192.88.99.0", 24),
            AddressRange.of("192.168.0.0", 16),
            AddressRange.of("198.18.0.0", 15),
            AddressRange.of("198.51.100.0", 24),
            AddressRange.of("203.0.113.0", 24),
            AddressRange.of("224.0.0.0", 4),
            AddressRange.of("240.0.0.0", 4));

    /** The IPv6 addresses assigned for global use. */
    private static final AddressRange GLOBAL = AddressRange.of("2000::", 3);

    private static final List<AddressRange> INSIDE_GLOBAL =
            List.of(AddressRange.of("2001::", 23), AddressRange.of("2001:db8::", 32), AddressRange.of("3fff::", 20));

    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::", 16);
    private static final AddressRange TRANSLATED = AddressRange.of("64:ff9b::", 96);

    private PublicAddressPolicy() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return INSIDE.stream().noneMatch(network -> network.contains(bytes));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return isPublic(four(bytes, 2));
        }
        if (TRANSLATED.contains(bytes)) {
            return isPublic(four(bytes, 12));
        }
        return GLOBAL.contains(bytes) && INSIDE_GLOBAL.stream().noneMatch(network -> network.contains(bytes));
    }

    private static InetAddress four(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Addresses with the same prefix. */
    private static final class AddressRange {

        private final byte[] begins;
        private final int bits;

        private AddressRange(byte[] begins, int bits) {
            this.begins = begins;
            this.bits = bits;
        }

        static AddressRange of(String literal, int bits) {
            try {
                // A literal is parsed, never looked up.
                return new AddressRange(InetAddress.getByName(literal).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != begins.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            int mask = rest == 0 ? 0 : 0xff << (8 - rest) & 0xff;
            return Arrays.equals(address, 0, whole, begins, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (begins[whole] & mask));
        }
    }
}
