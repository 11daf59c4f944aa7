package org.convergence.faults;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convergence.testing.RunningApplication;

/** A mail server that stores the letters it receives; it can hold them, as a slow server does. */
final class SentLetters implements AutoCloseable {

    /** The end of a line that quoted-printable adds within a long one. */
    private static final String SOFT_BREAK = "=\r?\n";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final ServerSocket entrance;
    private volatile CountDownLatch open = new CountDownLatch(0);

    SentLetters() throws IOException {
        server.start();
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::admit);
    }

    /** Makes each connection wait until {@link #release}. */
    void hold() {
        open = new CountDownLatch(1);
    }

    void release() {
        open.countDown();
    }

    /** Forgets the letters received. */
    void clear() throws FolderException {
        server.purgeEmailFromAllMailboxes();
    }

    private void admit() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                start(() -> carry(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket client) {
        try (client) {
            try (Socket real = new Socket(
                    InetAddress.getLoopbackAddress(), server.getSmtp().getPort())) {
                start(() -> pass(client, real));
                pass(real, client);
            }
        } catch (IOException gone) {
            // The node was killed.
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                open.await();
                to.getOutputStream().write(bytes, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException gone) {
            // The other direction ends by itself.
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The environment variables that make an application send its mail here. */
    Map<String, String> environment() {
        return Map.of(
                "CONVERGENCE_SMTP_URL",
                "smtp://127.0.0.1:" + entrance.getLocalPort() + "?tls=never",
                "CONVERGENCE_MAIL_FROM",
                "convergence@exemple.org");
    }

    /** The recipient and the Message-ID of each copy that arrived for addresses with this prefix. */
    List<String> arrived(String recipients) {
        return letters(recipients).map(SentLetters::envelope).toList();
    }

    /** Waits for a letter with a link under this path, and returns the link's path. */
    String awaitLink(String recipient, String path) {
        Pattern link = Pattern.compile(Pattern.quote(path) + "[\\w-]+");
        return await().atMost(RunningApplication.PATIENCE)
                .until(
                        () -> letters(recipient)
                                .flatMap(letter -> link.matcher(
                                                GreenMailUtil.getBody(letter).replaceAll(SOFT_BREAK, ""))
                                        .results()
                                        .map(MatchResult::group))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<MimeMessage> letters(String recipients) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> envelope(letter).startsWith(recipients));
    }

    private static String envelope(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0] + " " + letter.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        release();
        entrance.close();
        server.stop();
    }
}
