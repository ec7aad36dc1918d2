package io.lodestone.custody.webhook;

import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are on the open internet. All others are refused: loopback, link-local, private, shared, multicast and
 * the rest of what RFC 6890 and its registries set apart. Of IPv6 only global unicast (2000::/3) is open, without what
 * carries an IPv4 address or is for documents.
 */
public final class PublicAddress {

    private static final List<Block> SET_APART = List.of(
            Block.v4(0, 0, 0, 8),
            Block.v4(10, 0, 0, 8),
            // RFC 6598: shared by carriers.
            Block.v4(100, 64, 0, 10),
            Block.v4(127, 0, 0, 8),
            Block.v4(169, 254, 0, 16),
            Block.v4(172, 16, 0, 12),
            Block.v4(192, 0, 0, 24),
            Block.v4(192, 0, 2, 24),
            Block.v4(192, 88, 99, 24),
            Block.v4(192, 168, 0, 16),
            Block.v4(198, 18, 0, 15),
            Block.v4(198, 51, 100, 24),
            Block.v4(203, 0, 113, 24),
            // Multicast, reserved and broadcast.
            Block.v4(224, 0, 0, 3),
            // Teredo and other protocols' own, documents, 6to4.
            Block.v6(0x20, 0x01, 0x00, 0x00, 23),
            Block.v6(0x20, 0x01, 0x0d, 0xb8, 32),
            Block.v6(0x20, 0x02, 0x00, 0x00, 16),
            Block.v6(0x3f, 0xff, 0x00, 0x00, 20));
    private static final Block GLOBAL_V6 = Block.v6(0x20, 0, 0, 0, 3);

    private PublicAddress() {}

    /** A prefix, by its first four bytes: none is longer. */
    private record Block(int length, int prefix, int bits) {

        static Block v4(int a, int b, int c, int bits) {
            return new Block(4, a << 24 | b << 16 | c << 8, bits);
        }

        static Block v6(int a, int b, int c, int d, int bits) {
            return new Block(16, a << 24 | b << 16 | c << 8 | d, bits);
        }

        boolean holds(byte[] address) {
            return address.length == length && (first(address) ^ prefix) >>> (32 - bits) == 0;
        }

        private static int first(byte[] address) {
            return (address[0] & 0xff) << 24
                    | (address[1] & 0xff) << 16
                    | (address[2] & 0xff) << 8
                    | (address[3] & 0xff);
        }
    }

    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean open = bytes.length == 4 || GLOBAL_V6.holds(bytes);
        return open && SET_APART.stream().noneMatch(block -> block.holds(bytes));
    }
}
