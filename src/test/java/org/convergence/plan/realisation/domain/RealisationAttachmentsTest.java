package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.Ground;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.RealisationAttachments.Attached;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Photographs, attendance sheets and papers. */
@ModuleTest
class RealisationAttachmentsTest extends RealisationAttachmentsFixture {

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
}
