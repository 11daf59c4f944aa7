package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Open;
import org.convergence.platform.mail.BounceMailReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads mail servers' replies to our letters, in all their formats. */
@Service
@Open("called by the reader of the mailbox")
public class SmtpBounceMailReader implements BounceMailReader {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpBounceMailReader.class);

    private final JdbcBounceRegistry bounces;

    SmtpBounceMailReader(JdbcBounceRegistry bounces) {
        this.bounces = bounces;
    }

    @Override
    public Optional<ServerReply> read(MimeMessage mail) {
        return answer(mail);
    }

    static Optional<ServerReply> answer(MimeMessage mail) {
        try {
            BounceReport report = BounceReport.of(mail);
            Optional<UUID> letter = report.findLetterId();
            Optional<Boolean> forGood = BouncePolicy.forGood(report);
            return letter.isEmpty() || forGood.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ServerReply(letter.get(), forGood.get()));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            // Without its message, which may quote the mail.
            LOG.warn(
                    "A mail server's response could not be read: {}",
                    unreadable.getClass().getName());
            return Optional.empty();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordReply(ServerReply answer) {
        bounces.recordBounce(answer.letter(), answer.forGood());
    }
}
