package org.convergence.platform.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an address outside.
 *
 * @param address http or https, without a name or a password in it
 * @param etag what the last answer was marked with, so that nothing is sent again that did not change
 * @param lastModified likewise
 * @param largest bytes above which nothing more is read
 * @param longest time after which one gives up
 */
public record Asked(
        URI address, @Nullable String etag, @Nullable String lastModified, long largest, Duration longest) {

    private static final int LONGEST_ADDRESS = 2_000;

    /** The address as a person pasted it; empty where it is none that can be read. */
    public static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean fits = text.length() <= LONGEST_ADDRESS
                    && (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() <= 65_535;
            return fits ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Without its secrets, in a log or a message. */
    @Override
    public String toString() {
        return "Asked[" + address.getHost() + "]";
    }
}
