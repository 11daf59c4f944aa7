package org.convergence.resources.declaration.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links that answer one question. A secret exists in clear only in its letter; its SHA-256 is stored until a week
 * after the round closes (R-L25-23).
 */
@Component
class QuestionLinkService {

    /** The completer name in letters. */
    static final String COMPLETER = "declaration_link";

    private static final int DAYS_AFTER_ITS_END = 7;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Clock clock;

    QuestionLinkService(JdbcClient db, OrganisationSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** The question opened by a secret. */
    record OpenedQuestion(UUID question, UUID organisation, LocalDate countedOn, LocalDate closesOn) {}

    /** Creates a link; those of earlier letters stay valid. */
    @Transactional
    String issue(UUID question) {
        Token token = Token.random();
        db.sql("""
                        INSERT INTO resources.declaration_link (id, question, token, made_at)
                        VALUES (:id, :question, :token, :now)
                        """)
                .param("id", Ids.next())
                .param("question", question)
                .param("token", token.hash())
                .param("now", SqlTime.now(clock))
                .update();
        return token.secret();
    }

    /** The key of the reason why a question is no longer asked; empty while it is. */
    @Transactional(readOnly = true)
    Optional<String> withholdingReason(UUID question) {
        return db.sql("""
                        SELECT CASE WHEN q.headcount IS NOT NULL THEN 'declaration.letter.withheld.answered'
                                    WHEN r.closes_on < :today THEN 'declaration.letter.withheld.closed' END
                        FROM resources.declaration_question q JOIN resources.declaration_round r ON r.id = q.round
                        WHERE q.id = :question
                        """)
                .param("today", settings.today())
                .param("question", question)
                .query(String.class)
                .optional();
    }

    /** The question of a secret; empty if the secret is unknown or expired. */
    Optional<OpenedQuestion> open(String secret) {
        return db.sql("""
                        SELECT q.id AS question, q.organisation, r.counted_on, r.closes_on
                        FROM resources.declaration_link l
                        JOIN resources.declaration_question q ON q.id = l.question
                        JOIN resources.declaration_round r ON r.id = q.round
                        WHERE l.token = :token AND r.closes_on >= :since
                        """)
                .param("token", Token.hashOf(secret))
                .param("since", earliestClosing())
                .query(OpenedQuestion.class)
                .optional();
    }

    /** Deletes expired links. */
    @Transactional
    void deleteExpired() {
        db.sql("""
                        DELETE FROM resources.declaration_link l
                        USING resources.declaration_question q, resources.declaration_round r
                        WHERE q.id = l.question AND r.id = q.round AND r.closes_on < ?
                        """).param(earliestClosing()).update();
    }

    /** The earliest closing day of links that still open a page. */
    private LocalDate earliestClosing() {
        return settings.today().minusDays(DAYS_AFTER_ITS_END);
    }

    /** Deletes links each night, a week after their round closed (R-L25-23). */
    @Bean
    static RecurringWork questionLinkCleanup(QuestionLinkService links) {
        return RecurringWork.of("declaration-sweep", "0 45 4 * * *", () -> links.deleteExpired());
    }

    /**
     * Creates the link of a letter when it is sent, so that no secret waits in the outbox. No letter leaves after the last
     * day of the round, or once the question is answered.
     */
    @Component
    record QuestionLinkCompleter(ObjectProvider<QuestionLinkService> links, BaseUrl baseUrl) implements BodyCompleter {

        @Override
        public String name() {
            return COMPLETER;
        }

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            return links.getObject().withholdingReason(letter.subject());
        }

        @Override
        public Map<String, String> complete(UUID question) {
            return Map.of(
                    "link",
                    baseUrl.value() + LinkAnswerService.PATH + links.getObject().issue(question));
        }
    }
}
