package org.convergence.resources.impact.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRunQueries;
import org.convergence.platform.jobs.JobState;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.platform.rendering.PdfPageCount;
import org.convergence.resources.impact.ImpactFixture;
import org.convergence.resources.impact.ImpactLeaflets;
import org.convergence.resources.impact.ImpactLeaflets.ImpactLeaflet;
import org.convergence.resources.membership.CategoryId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job that makes all leaflets: each once, on two pages, even after an interruption. */
@ModuleTest
class LeafletJobTest {

    private static final LeafletPeriod YEAR = new LeafletPeriod(ImpactFixture.FROM, ImpactFixture.TO);

    @Autowired
    private ImpactFixture union;

    @Autowired
    private LeafletService making;

    @Autowired
    private ImpactLeaflets leaflets;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private JobRunQueries board;

    @Autowired
    private JobQueue jobs;

    @Autowired
    private DocumentStorage documents;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    private final List<OrganisationId> members = new ArrayList<>();

    @BeforeEach
    void fiveMembers() {
        union.clear();
        CategoryId category = union.addCategory();
        for (int i = 1; i <= 5; i++) {
            members.add(union.addMember("Syndicat nº " + i, category, LocalDate.of(2015, 1, 1)));
        }
    }

    @Test
    void makesOneLeafletPerMemberAndOnlyChangedOnesAgain() {
        union.recordRealisation("Atelier", LocalDate.of(2025, 6, 1), 12, "On y a parlé de textile.", members.get(0));
        run();
        assertThat(leaflets()).isEqualTo(5);
        ImpactLeaflet first = leafletOf(members.get(0));
        run();
        assertThat(leaflets()).isEqualTo(5);
        assertThat(outcome()).isEqualTo(new LeafletService.LeafletRunOutcome(YEAR, 0, 5, 0));

        union.recordRealisation("Réunion", LocalDate.of(2025, 6, 2), 3, "", members.get(1));
        run();
        assertThat(leafletOf(members.get(0)).id()).isNotEqualTo(first.id());
        assertThat(documents.content(first.document(), first.owner())).isPresent();
    }

    @Test
    void resumesAStoppedRunWithoutDuplicates() throws InterruptedException {
        OffsetDateTime before = OffsetDateTime.now(clock);
        UUID run = begin();
        Thread work = new Thread(() -> queued.run(run));
        work.start();
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> leaflets() >= 2);
        jobs.stop(run);
        work.join();
        assertThat(board.findById(run).orElseThrow().state()).isEqualTo(JobState.STOPPED);
        assertThat(leaflets()).as("the stop may come after the last one").isBetween(2, 5);
        jobs.resume(run);
        queued.run(run);
        assertThat(board.findById(run).orElseThrow().state()).isEqualTo(JobState.DONE);
        assertThat(leaflets()).isEqualTo(5);
        assertThat(outcome()).isEqualTo(new LeafletService.LeafletRunOutcome(YEAR, 5, 0, 0));
        assertThat(db.sql("SELECT count(*) FROM platform.document WHERE uploaded_at >= ?")
                        .param(before)
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void fitsAnyContentOnTwoPages() throws Exception {
        for (int i = 0; i < 60; i++) {
            union.recordRealisation(
                    "Atelier numéro " + i + " sur la transition juste, avec un titre qui n’en finit plus de s’allonger",
                    LocalDate.of(2025, 5, 1).plusDays(i),
                    20,
                    "Le groupe a parlé longuement de ses conditions de travail et de ce qui l’attend. ".repeat(8),
                    members.get(0));
        }
        LeafletService.LeafletPreview preview =
                CurrentActor.callAs(visitors.actor(Role.STAFF), () -> making.preview(members.get(0), YEAR, null));
        assertThat(PdfPageCount.count(preview.pdf().getByteArray())).isEqualTo(2);
        assertThat(preview.more()).isBetween(46, 57);
        LeafletService.LeafletPreview english =
                CurrentActor.callAs(visitors.actor(Role.STAFF), () -> making.preview(members.get(4), YEAR, "en"));
        assertThat(PdfPageCount.count(english.pdf().getByteArray())).isEqualTo(1);
        assertThat(english.paper().title()).isEqualTo("What your membership made possible");
    }

    @Test
    void usesTheLanguageOfTheLastLeaflet() throws Exception {
        CurrentActor.callAs(visitors.actor(Role.STAFF), () -> making.make(members.get(2), YEAR, "en"));
        run();
        assertThat(leafletOf(members.get(2)).language()).isEqualTo("en");
        assertThat(leafletOf(members.get(3)).language()).isEqualTo("fr");
    }

    private void run() {
        queued.run(begin());
    }

    private UUID begin() {
        try {
            return CurrentActor.callAs(visitors.actor(Role.STAFF), () -> making.makeAll(YEAR));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private LeafletService.LeafletRunOutcome outcome() {
        return java.util.Objects.requireNonNull(
                        board.findLatest(LeafletService.WORK, 1).get(0).result())
                .as(LeafletService.LeafletRunOutcome.class);
    }

    private ImpactLeaflet leafletOf(OrganisationId member) {
        try {
            return CurrentActor.callAs(
                    visitors.actor(Role.ACCOUNTANT),
                    () -> leaflets.documentFor(member, ImpactFixture.FROM, ImpactFixture.TO)
                            .orElseThrow());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int leaflets() {
        return db.sql("SELECT count(*) FROM resources.impact_leaflet WHERE replaced_at IS NULL")
                .query(Integer.class)
                .single();
    }
}
