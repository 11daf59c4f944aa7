package org.convergence.plan.mailbox.domain;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The server of the mailbox, for tests of other modules: mails arrive at an hour of their own, and are read on demand. */
@Lazy
@Component
public class MailboxServerFixture {

    private final MailboxReader reader;
    private final JdbcClient db;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser box = server.setUser("unused", "unused", "unused");

    MailboxServerFixture(MailboxReader reader, JdbcClient db) {
        this.reader = reader;
        this.db = db;
    }

    /** Starts with an empty mailbox. */
    public void start() {
        server.start();
        box = server.setUser("suivi@exemple.org", "suivi", "secret");
        db.sql("UPDATE plan.mailbox_round SET uid_validity = 0, last_uid = 0, strangers = 0")
                .update();
    }

    public void stop() {
        server.stop();
    }

    /** A mail of these lines arrives at the server. */
    public void deliver(Instant at, String... lines) {
        try {
            MimeMessage mail = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8)));
            server.getManagers().getImapHostManager().getInbox(box).appendMessage(mail, new Flags(), Date.from(at));
        } catch (MessagingException | com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads what arrived since the last time. */
    public void read() {
        reader.read(ImapAddress.parse(
                "imap://suivi:secret@127.0.0.1:" + server.getImap().getPort() + "?tls=never"));
    }

    /** The mails that were for nobody. */
    public int countStrangers() {
        return db.sql("SELECT strangers FROM plan.mailbox_round")
                .query(Integer.class)
                .single();
    }
}
