package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.Photograph;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.Telling;
import org.convergence.plan.realisation.domain.RealisationAttachments.Attached;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.document.Upload;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Photographs, attendance sheets and papers. */
@ModuleTest
class RealisationAttachmentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final FactsQuery MARCH = FactsQuery.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    /** Sees what was done, and records nothing. */
    private static final Actor READER = new Actor(
            UUID.fromString("00000000-0000-7000-8000-000000000003"),
            "Conseil",
            null,
            "fr",
            Set.of("realisation.read", "document.read"));

    @Autowired
    private RealisationAttachments attachments;

    @Autowired
    private RealisationRecording recording;

    @Autowired
    private RealisationCorrection correction;

    @Autowired
    private RealisationFacts facts;

    @Autowired
    private Documents documents;

    @Autowired
    private JdbcClient db;

    private RealisationId workshop = new RealisationId(new UUID(0, 0));

    @BeforeEach
    void aWorkshopThatAnInternRecorded() {
        db.sql("DELETE FROM plan.realisation").update();
        actAs(Ground.INTERN);
        workshop = record("Atelier sur l’eau", DAY);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aPhotographIsForInternalUseUntilSomeoneSaysOtherwise() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        assertThat(attachments.of(workshop)).singleElement().satisfies(it -> {
            assertThat(it.publishable()).isFalse();
            assertThat(it.readable()).isTrue();
            assertThat(it.document().name()).isEqualTo("photo.jpg");
        });
        assertThat(facts.photographs(MARCH, 10)).isEmpty();

        attachments.permit(photo, true);
        assertThat(facts.photographs(MARCH, 10))
                .containsExactly(new Photograph(photo, workshop, "", "Atelier sur l’eau"));

        attachments.permit(photo, false);
        assertThat(facts.photographs(MARCH, 10)).isEmpty();
    }

    @Test
    void itsWordsAreThoseThatWereWrittenElseTheNextBest() {
        DocumentId photo = attach(new Attaching(AttachmentKind.PHOTOGRAPH, "Vingt-quatre jeunes", "", true));
        assertThat(facts.photographs(MARCH, 10))
                .containsExactly(new Photograph(photo, workshop, "Vingt-quatre jeunes", "Vingt-quatre jeunes"));

        attachments.correct(
                photo,
                attachments.one(photo).version(),
                new Attaching(AttachmentKind.PHOTOGRAPH, "Vingt-quatre jeunes", "Des jeunes en cercle", true));
        assertThat(facts.photographs(MARCH, 10))
                .containsExactly(new Photograph(photo, workshop, "Vingt-quatre jeunes", "Des jeunes en cercle"));
    }

    @Test
    void aReportTakesThePhotographsOfItsOwnRealisationsInTheirOrder() {
        RealisationId earlier = record("Marche", DAY.minusDays(5));
        RealisationId outside = record("Assemblée", DAY.minusMonths(2));
        Attaching open = new Attaching(AttachmentKind.PHOTOGRAPH, "", "", true);
        DocumentId second = attach(workshop, open, SampleFiles.jpeg(40, 30));
        DocumentId third = attach(workshop, open, SampleFiles.jpeg(40, 30));
        DocumentId first = attach(earlier, open, SampleFiles.jpeg(40, 30));
        attach(outside, open, SampleFiles.jpeg(40, 30));

        assertThat(facts.photographs(MARCH, 10))
                .extracting(Photograph::document)
                .containsExactly(first, second, third);
        assertThat(facts.photographs(MARCH, 2)).extracting(Photograph::document).containsExactly(first, second);
        assertThat(facts.photographs(MARCH.without(Set.of(workshop)), 10))
                .extracting(Photograph::document)
                .containsExactly(first);
        correction.withdraw(earlier, "Autre chose");
        assertThat(facts.photographs(MARCH, 10))
                .extracting(Photograph::document)
                .containsExactly(second, third);
    }

    @Test
    void anAttendanceSheetIsNeverPublishedAndReadByFew() {
        DocumentId sheet = attach(AttachmentKind.ATTENDANCE);
        assertRefused(() -> attachments.permit(sheet, true), "realisation.attachment.never-published");
        assertRefused(
                () -> attach(new Attaching(AttachmentKind.ATTENDANCE, "", "", true)),
                "realisation.attachment.never-published");
        assertThatThrownBy(() -> db.sql("UPDATE plan.realisation_document SET publishable = true")
                        .update())
                .hasMessageContaining("realisation_document_publishes_photographs_alone");
        assertThat(documents.one(sheet).name()).isEqualTo("photo.jpg");

        actAs(READER);
        assertThatThrownBy(() -> documents.one(sheet)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.thumbnail(sheet)).isInstanceOf(NotFound.class);
        assertThat(attachments.of(workshop))
                .singleElement()
                .satisfies(it -> assertThat(it.readable()).isFalse());

        actAs(Ground.COORDINATOR);
        assertThat(documents.one(sheet).name()).isEqualTo("photo.jpg");
    }

    @Test
    void whoSeesRealisationsSeesTheirPhotographsAndNobodyElseDoes() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        actAs(READER);
        assertThat(documents.content(photo).length()).isPositive();
        actAs(new Actor(READER.id(), "Autre", null, "fr", Set.of("document.read")));
        assertThatThrownBy(() -> documents.content(photo)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatSomeoneElseRecordedIsNotHersToChange() {
        actAs(Ground.COORDINATOR);
        RealisationId others = record("Rencontre", DAY);
        DocumentId photo = attach(others, Attaching.of(AttachmentKind.PHOTOGRAPH), SampleFiles.jpeg(40, 30));
        actAs(Ground.INTERN);
        List<Runnable> attempts = List.of(
                () -> attach(others, Attaching.of(AttachmentKind.PHOTOGRAPH), SampleFiles.jpeg(40, 30)),
                () -> attachments.correct(photo, 1, Attaching.of(AttachmentKind.PAPER)),
                () -> attachments.permit(photo, true),
                () -> attachments.remove(photo),
                () -> attachments.bringBack(photo));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(AccessDeniedException.class));
        actAs(READER);
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void whatIsRemovedCanBeBroughtBackWithItsWords() {
        DocumentId photo = attach(new Attaching(AttachmentKind.PHOTOGRAPH, "La classe", "Une classe", true));
        attachments.remove(photo);
        assertThat(attachments.of(workshop)).isEmpty();
        assertThat(facts.photographs(MARCH, 10)).isEmpty();
        assertThatThrownBy(() -> documents.content(photo)).isInstanceOf(NotFound.class);

        attachments.bringBack(photo);
        assertThat(attachments.of(workshop)).singleElement().satisfies(it -> {
            assertThat(it.caption()).isEqualTo("La classe");
            assertThat(it.publishable()).isTrue();
        });
        assertThat(facts.photographs(MARCH, 10)).hasSize(1);
    }

    @Test
    void onceItIsDeletedNothingIsSaidOfItAnyMore() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        attachments.remove(photo);
        db.sql("DELETE FROM platform.document WHERE id = ?")
                .param(photo.value())
                .update();
        assertThatThrownBy(() -> attachments.bringBack(photo)).isInstanceOf(NotFound.class);
        assertThat(attachments.of(workshop)).isEmpty();
    }

    @Test
    void twoWhoDescribeOneAtATimeAreToldSo() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        Attached opened = attachments.one(photo);
        attachments.correct(photo, opened.version(), captioned("La première"));
        assertThatThrownBy(() -> attachments.correct(photo, opened.version(), captioned("La seconde")))
                .isInstanceOf(EditConflict.class);
        assertThat(attachments.one(photo).caption()).isEqualTo("La première");
    }

    @Test
    void aPhotographOfASheetIsMadeOneAndClosedAtOnce() {
        DocumentId photo = attach(new Attaching(AttachmentKind.PHOTOGRAPH, "", "", true));
        attachments.correct(photo, attachments.one(photo).version(), Attaching.of(AttachmentKind.ATTENDANCE));
        assertThat(facts.photographs(MARCH, 10)).isEmpty();
        actAs(READER);
        assertThatThrownBy(() -> documents.one(photo)).isInstanceOf(NotFound.class);
    }

    @Test
    void aPaperIsNoPhotographAndAWithdrawnRealisationTakesNothingMore() {
        assertRefused(
                () -> attach(workshop, Attaching.of(AttachmentKind.PHOTOGRAPH), SampleFiles.pdf()),
                "realisation.attachment.not-a-picture");
        attach(workshop, Attaching.of(AttachmentKind.PAPER), SampleFiles.pdf());
        correction.withdraw(workshop, "Erreur");
        assertRefused(() -> attach(AttachmentKind.PHOTOGRAPH), "realisation.withdrawn-first");
        assertThat(attachments.of(workshop)).hasSize(1);
    }

    @Test
    void aFileThatCameBeforeIsTakenOnceByWhoBroughtItIn() {
        DocumentId known;
        try (PreparedDocument file = prepared(SampleFiles.jpeg(40, 30))) {
            known = documents.keep(file);
        }
        actAs(Ground.COORDINATOR);
        assertThatThrownBy(() -> attachments.attach(workshop, known, Attaching.of(AttachmentKind.PHOTOGRAPH)))
                .isInstanceOf(NotFound.class);
        actAs(Ground.INTERN);
        attachments.attach(workshop, known, Attaching.of(AttachmentKind.PHOTOGRAPH));
        assertThat(attachments.of(workshop))
                .extracting(it -> it.document().id())
                .containsExactly(known);
        assertThatThrownBy(() -> attachments.attach(workshop, known, Attaching.of(AttachmentKind.PHOTOGRAPH)))
                .isInstanceOf(NotFound.class);
    }

    private RealisationId record(String title, LocalDate day) {
        return recording.byHand(new Entry(Ground.workshop(title, day), Amounts.UNKNOWN, Telling.NOTHING));
    }

    private DocumentId attach(AttachmentKind kind) {
        return attach(Attaching.of(kind));
    }

    private DocumentId attach(Attaching said) {
        return attach(workshop, said, SampleFiles.photograph(640, 480, 6));
    }

    private DocumentId attach(RealisationId to, Attaching said, byte[] bytes) {
        try (PreparedDocument file = prepared(bytes)) {
            return attachments.attach(to, file, said);
        }
    }

    private PreparedDocument prepared(byte[] bytes) {
        return documents.prepare(Upload.of("photo.jpg", new ByteArrayResource(bytes)));
    }

    private static Attaching captioned(String caption) {
        return new Attaching(AttachmentKind.PHOTOGRAPH, caption, "", false);
    }

    private static void actAs(Actor actor) {
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor));
    }

    private static void assertRefused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
