package org.convergence.platform.mail.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.SendingLimits;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which limits hold letters back, from what waits in the outbox. */
@Service
@Open("numbers of letters, without a recipient")
public class JdbcSendingLimits implements SendingLimits {

    static final Duration DAY = Duration.ofDays(1);

    /** Due letters that are not urgent, and for which no person at a screen waits. */
    private static final String HELD =
            "state = 'QUEUED' AND next_at <= :now AND recipient <> '' AND NOT urgent AND num_nonnulls(party, record_id) > 0";

    private static final int MOST_DOMAINS = 3;

    private final LetterSender letterSender;
    private final SendingLimitSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    JdbcSendingLimits(LetterSender letterSender, SendingLimitSettings settings, JdbcClient db, Clock clock) {
        this.letterSender = letterSender;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    private record DomainQueue(String domain, int waiting) {}

    @Override
    public int perDay() {
        return settings.perDay();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> explain(Words t) {
        List<String> sentences = new ArrayList<>();
        if (!letterSender.isConfigured()) {
            return sentences;
        }
        Duration slowFor = letterSender.slowFor();
        if (slowFor != null) {
            sentences.add(t.say(
                    "mail.limit.slow",
                    letterSender.perMinute(),
                    t.time(clock.instant().plus(slowFor).atZone(t.zone()).toLocalTime())));
        }
        int held = settings.perDay() == 0 ? 0 : countHeld();
        OffsetDateTime frees = held == 0 ? null : findNextFree();
        if (frees != null) {
            sentences.add(t.say("mail.limit.day", settings.perDay(), held, t.dateTime(frees.toInstant())));
        } else if (settings.perDomain() > 0) {
            findQueues()
                    .forEach(each -> sentences.add(
                            t.say("mail.limit.domain", each.domain(), each.waiting(), settings.perDomain())));
        }
        return sentences;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> explainDay(Words t) {
        boolean limited = settings.perDay() > 0 && letterSender.isConfigured();
        return Optional.ofNullable(limited ? findNextFree() : null)
                .map(frees -> t.say("mail.limit.day.clause", settings.perDay(), t.dateTime(frees.toInstant())));
    }

    private int countHeld() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE " + HELD)
                .param("now", SqlTime.now(clock))
                .query(Integer.class)
                .single();
    }

    /** When so few letters left within 24 hours that another may leave; {@code null} if one may leave now. */
    private @Nullable OffsetDateTime findNextFree() {
        return db.sql("""
                        SELECT sent_at FROM (
                            SELECT sent_at, row_number() OVER (ORDER BY sent_at DESC) AS place FROM platform.mail_message
                             WHERE state = 'SENT' AND sent_at > :since) AS sent
                         WHERE place = :most""")
                .param("since", SqlTime.now(clock).minus(DAY))
                .param("most", settings.perDay())
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.plus(DAY))
                .orElse(null);
    }

    private List<DomainQueue> findQueues() {
        return db.sql("""
                        SELECT lower(split_part(recipient, '@', 2)) AS domain, count(*)::int AS waiting
                          FROM platform.mail_message WHERE %s
                         GROUP BY 1 HAVING count(*) > :most ORDER BY 2 DESC, 1 LIMIT :limit""".formatted(HELD))
                .param("now", SqlTime.now(clock))
                .param("most", settings.perDomain())
                .param("limit", MOST_DOMAINS)
                .query(RecordMapper.of(DomainQueue.class))
                .list();
    }
}
