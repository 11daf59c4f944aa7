package org.convergence.platform.mail.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

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

    JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        sender.setProtocol(tls == Tls.ALWAYS ? "smtps" : "smtp");
        if (user != null) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        Properties properties = sender.getJavaMailProperties();
        for (String protocol : new String[] {"mail.smtp", "mail.smtps"}) {
            properties.setProperty(protocol + ".connectiontimeout", "10000");
            properties.setProperty(protocol + ".timeout", "20000");
            properties.setProperty(protocol + ".writetimeout", "20000");
            properties.setProperty(protocol + ".auth", String.valueOf(user != null));
            properties.setProperty(protocol + ".ssl.checkserveridentity", "true");
        }
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
        return sender;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
