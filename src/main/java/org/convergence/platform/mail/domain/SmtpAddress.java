package org.convergence.platform.mail.domain;

import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The mail server: {@code smtp://user:password@host:587} (STARTTLS required), {@code smtps://…:465} (TLS from the
 * start), or {@code smtp://localhost:25?tls=never} for a server on the same machine.
 */
record SmtpAddress(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Tls tls) {

    enum Tls {
        NEVER,
        STARTTLS,
        ALWAYS
    }

    static SmtpAddress parse(String address) {
        URI uri = uri(address);
        boolean always = "smtps".equals(uri.getScheme());
        if (uri.getHost() == null || !(always || "smtp".equals(uri.getScheme()))) {
            throw unreadable();
        }
        String info = uri.getRawUserInfo();
        String[] parts = info == null ? new String[0] : info.split(":", 2);
        boolean never = "tls=never".equals(uri.getQuery());
        return new SmtpAddress(
                uri.getHost(),
                uri.getPort() > 0 ? uri.getPort() : always ? 465 : 587,
                parts.length > 0 ? decoded(parts[0]) : null,
                parts.length > 1 ? decoded(parts[1]) : null,
                always ? Tls.ALWAYS : never ? Tls.NEVER : Tls.STARTTLS);
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
        return new IllegalArgumentException("CONVERGENCE_SMTP_URL must look like smtp://user:password@host:587");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The name of the protocol, as Jakarta Mail knows it. */
    String protocol() {
        return tls == Tls.ALWAYS ? "smtps" : "smtp";
    }

    /** Whether the server is on this machine, so that it queues and paces letters itself. */
    boolean isLocal() {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    Session session() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.setProperty(prefix + "connectiontimeout", "10000");
        properties.setProperty(prefix + "timeout", "20000");
        properties.setProperty(prefix + "writetimeout", "20000");
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "auth", String.valueOf(user != null));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
        properties.put(prefix + "socketFactory", new UndelayedSocketFactory());
        return Session.getInstance(properties);
    }

    /**
     * Makes sockets that send each write at once. By default, a part of a long letter waits until the part before is
     * acknowledged, which takes 40 ms.
     */
    private static final class UndelayedSocketFactory extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
