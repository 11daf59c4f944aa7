package org.convergence.plan.mailbox.domain;

import jakarta.mail.Session;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The IMAP mailbox: {@code imaps://user:password@host:993} (TLS from the start), {@code imap://…:143} (STARTTLS
 * required), or {@code imap://localhost:143?tls=never} for a server on the same machine; a folder other than INBOX as
 * path.
 */
record ImapAddress(
        String protocol,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String folder,
        boolean plain) {

    private static final String BLOCK = "65536";

    static ImapAddress parse(String address) {
        URI uri = uri(address);
        boolean always = "imaps".equals(uri.getScheme());
        if (uri.getHost() == null || !(always || "imap".equals(uri.getScheme()))) {
            throw unreadable();
        }
        String info = uri.getRawUserInfo();
        String[] parts = info == null ? new String[0] : info.split(":", 2);
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("^/", "");
        return new ImapAddress(
                always ? "imaps" : "imap",
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : always ? 993 : 143,
                parts.length > 0 ? decoded(parts[0]) : null,
                parts.length > 1 ? decoded(parts[1]) : null,
                path.isEmpty() ? "INBOX" : path,
                "tls=never".equals(uri.getQuery()));
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            // The cause would carry the password into a log.
            throw unreadable();
        }
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("CONVERGENCE_IMAP_URL must look like imaps://user:password@host:993");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A session that reads in blocks, so that no mail is in memory as a whole, and does not mark mail as seen. */
    Session session() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol;
        properties.setProperty(prefix + ".connectiontimeout", "10000");
        properties.setProperty(prefix + ".timeout", "30000");
        properties.setProperty(prefix + ".writetimeout", "30000");
        properties.setProperty(prefix + ".partialfetch", "true");
        properties.setProperty(prefix + ".fetchsize", BLOCK);
        properties.setProperty(prefix + ".peek", "true");
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.starttls.enable", String.valueOf(!plain));
        properties.setProperty("mail.imap.starttls.required", String.valueOf(!plain));
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
