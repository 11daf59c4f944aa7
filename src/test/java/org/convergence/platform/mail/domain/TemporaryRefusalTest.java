package org.convergence.platform.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.convergence.platform.mail.Letter;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail server that refuses a recipient for now, or for good. */
@ModuleTest
class TemporaryRefusalTest {

    @Autowired
    private JdbcOutbox box;

    @Autowired
    private TestLetterSender sender;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void letterWaitsWhenServerAsksToTryLater() throws Exception {
        assertThat(stateAfter("451 4.3.0 Try again later")).isEqualTo("QUEUED TRY_LATER");
        assertThat(stateAfter("452 4.2.2 Mailbox full")).isEqualTo("QUEUED TRY_LATER");
    }

    @Test
    void letterIsRefusedWhenServerRefusesForGood() throws Exception {
        assertThat(stateAfter("550 5.1.1 No such user")).isEqualTo("FAILED REFUSED_RECIPIENT");
    }

    private String stateAfter(String reply) throws IOException {
        clear();
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> box.post(new Letter("a@exemple.org", "Bonjour", "Bonjour", "test", null)));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answer(server, reply), "smtp");
            answering.setDaemon(true);
            answering.start();
            sender.carry(server.getLocalPort());
        }
        return db.sql("SELECT state || ' ' || problem FROM platform.mail_message")
                .query(String.class)
                .single();
    }

    private static void answer(ServerSocket server, String reply) {
        try (Socket socket = server.accept();
                var lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            send(socket, "220 test");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                send(socket, line.toUpperCase(Locale.ROOT).startsWith("RCPT") ? reply : "250 ok");
            }
        } catch (IOException e) {
            // The client closed the connection.
        }
    }

    private static void send(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
