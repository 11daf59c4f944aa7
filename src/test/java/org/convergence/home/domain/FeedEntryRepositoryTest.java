package org.convergence.home.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.convergence.home.domain.FeedEntryRepository.FeedEntry;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.shell.DeadlineSource.DeadlineOwner;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries of a calendar feed from one request to the next. */
@ModuleTest
class FeedEntryRepositoryTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);
    private static final Instant NOW = Instant.parse("2027-01-04T12:00:00Z");

    @Autowired
    private TestUsers visitors;

    @Autowired
    private FeedEntryRepository told;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private JdbcClient db;

    private UUID account = new UUID(0, 0);

    @BeforeEach
    void someone() {
        visitors.ensureOrganisation();
        String mail = UUID.randomUUID() + "@exemple.org";
        visitors.createSignInLink("Ana", mail, Role.STAFF);
        account = db.sql("SELECT id FROM identity.account WHERE mail = ?")
                .param(mail)
                .query(UUID.class)
                .single();
    }

    @Test
    void increasesSequenceOfChangedEntriesOnly() {
        Deadline notice = on("m/notice", 10, "Avis");
        assertThat(tell(0, notice)).extracting(FeedEntry::sequence).containsExactly(0);
        assertThat(tell(1, notice))
                .extracting(FeedEntry::sequence, FeedEntry::toldAt)
                .containsExactly(tuple(0, NOW));
        assertThat(tell(2, on("m/notice", 12, "Avis")))
                .extracting(FeedEntry::sequence)
                .containsExactly(1);
        assertThat(tell(3, on("m/notice", 12, "Avis de convocation")))
                .extracting(FeedEntry::sequence)
                .containsExactly(2);
    }

    @Test
    void showsRemovedEntryAsCancelledForSixtyDays() {
        tell(0, on("m/notice", 10, "Avis"), on("m/other", 20, "Autre"));
        FeedEntry gone = tell(1, on("m/other", 20, "Autre")).get(1);
        assertThat(gone.deadline()).isNull();
        assertThat(gone.sequence()).isEqualTo(1);
        assertThat(gone.day()).isEqualTo(TODAY.plusDays(10));
        assertThat(tell(60, on("m/other", 20, "Autre"))).hasSize(2);
        assertThat(tell(61, on("m/other", 20, "Autre"))).hasSize(1);
    }

    @Test
    void restoredEntryHasHigherSequence() {
        tell(0, on("m/notice", 10, "Avis"));
        tell(1);
        FeedEntry back = tell(2, on("m/notice", 10, "Avis")).get(0);
        assertThat(back.sequence()).isEqualTo(2);
        assertThat(back.deadline()).isNotNull();
    }

    @Test
    void pastEntryDisappearsWithoutCancellation() {
        tell(0, on("m/notice", 2, "Avis"));
        assertThat(tell(3)).isEmpty();
    }

    @Test
    void concurrentReadsGetTheSameResult() {
        db.sql("INSERT INTO home.feed (account, token_hash, made_at) VALUES (?, ?, now())")
                .params(account, account.toString().getBytes(StandardCharsets.UTF_8))
                .update();
        tell(0, on("m/notice", 10, "Avis"));
        Runnable look = () -> told.update(account, List.of(on("m/notice", 11, "Avis")), TODAY);
        assertThat(atOnce.runBeforeCommit(Actor.system("test"), look, look).went())
                .isTrue();
        assertThat(db.sql("SELECT sequence FROM home.feed_entry WHERE account = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<FeedEntry> tell(int days, Deadline... deadlines) {
        Clock then = Clock.fixed(NOW.plus(Duration.ofDays(days)), ZoneOffset.UTC);
        return new FeedEntryRepository(db, then).update(account, List.of(deadlines), TODAY.plusDays(days));
    }

    private static Deadline on(String key, int days, String what) {
        return Deadline.on(TODAY.plusDays(days), key, what, "/x", DeadlineOwner.MINE);
    }
}
