package org.convergence.platform.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to an outside address.
 *
 * @param address http or https, without a name or a password in it
 * @param etag from the last response, so that unchanged content is not sent again
 * @param lastModified likewise
 * @param largest the most bytes to read
 * @param longest the time-out
 */
public record FetchRequest(
        URI address, @Nullable String etag, @Nullable String lastModified, long largest, Duration longest) {

    private static final int LONGEST_ADDRESS = 2_000;

    /** The address that a person pasted; empty if it cannot be parsed. */
    public static Optional<URI> parseAddress(String text) {
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

    /** The host only, for logs and messages: the rest of the address may be secret. */
    @Override
    public String toString() {
        return "Asked[" + address.getHost() + "]";
    }
}
