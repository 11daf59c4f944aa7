package org.convergence.platform.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Open;
import org.convergence.platform.mail.ReturnedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads mail servers' replies to our letters, in all their formats. */
@Service
@Open("whoever reads the mailbox hands over what came")
public class ReturnReader implements ReturnedMail {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnReader.class);

    private final BounceBook book;

    ReturnReader(BounceBook book) {
        this.book = book;
    }

    @Override
    public Optional<Answer> read(MimeMessage mail) {
        return answer(mail);
    }

    static Optional<Answer> answer(MimeMessage mail) {
        try {
            ReportText report = ReportText.of(mail);
            Optional<UUID> letter = report.letter();
            Optional<Boolean> forGood = DeliveryPolicy.forGood(report);
            return letter.isEmpty() || forGood.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Answer(letter.get(), forGood.get()));
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            // Without its message, which may quote the mail.
            LOG.warn(
                    "An answer of a mail server could not be read: {}",
                    unreadable.getClass().getName());
            return Optional.empty();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Answer answer) {
        book.note(answer.letter(), answer.forGood());
    }
}
