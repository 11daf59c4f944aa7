package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
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
class RealisationAttachmentServiceTest extends RealisationAttachmentServiceFixture {

    @Test
    void attendanceSheetsAreNeverPublishedAndNeedAPermission() {
        DocumentId sheet = attach(AttachmentKind.ATTENDANCE);
        assertRefused(() -> attachments.permit(sheet, true), "realisation.attachment.never-published");
        assertRefused(
                () -> attach(new AttachmentMetadata(AttachmentKind.ATTENDANCE, "", "", true)),
                "realisation.attachment.never-published");
        assertThatThrownBy(() -> db.sql("UPDATE plan.realisation_document SET publishable = true")
                        .update())
                .hasMessageContaining("realisation_document_publishes_photographs_alone");
        assertThat(documents.findById(sheet).name()).isEqualTo("photo.jpg");

        actAs(READER);
        assertThatThrownBy(() -> documents.findById(sheet)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.thumbnail(sheet)).isInstanceOf(NotFound.class);
        assertThat(attachments.findByRealisation(workshop))
                .singleElement()
                .satisfies(it -> assertThat(it.readable()).isFalse());

        actAs(RealisationFixture.COORDINATOR);
        assertThat(documents.findById(sheet).name()).isEqualTo("photo.jpg");
    }

    @Test
    void photographsNeedThePermissionToSeeRealisations() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        actAs(READER);
        assertThat(documents.content(photo).length()).isPositive();
        actAs(new Actor(READER.id(), "Autre", null, "fr", Set.of("document.read")));
        assertThatThrownBy(() -> documents.content(photo)).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesChangesToRealisationsOfOthers() {
        actAs(RealisationFixture.COORDINATOR);
        RealisationId others = record("Rencontre", DAY);
        DocumentId photo =
                attach(others, AttachmentMetadata.internal(AttachmentKind.PHOTOGRAPH), SampleFiles.jpeg(40, 30));
        actAs(RealisationFixture.INTERN);
        List<Runnable> attempts = List.of(
                () -> attach(others, AttachmentMetadata.internal(AttachmentKind.PHOTOGRAPH), SampleFiles.jpeg(40, 30)),
                () -> attachments.correct(photo, 1, AttachmentMetadata.internal(AttachmentKind.PAPER)),
                () -> attachments.permit(photo, true),
                () -> attachments.remove(photo),
                () -> attachments.restore(photo));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(AccessDeniedException.class));
        actAs(READER);
        assertThat(attempts)
                .allSatisfy(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void restoresARemovedFileWithItsTexts() {
        DocumentId photo = attach(new AttachmentMetadata(AttachmentKind.PHOTOGRAPH, "La classe", "Une classe", true));
        attachments.remove(photo);
        assertThat(attachments.findByRealisation(workshop)).isEmpty();
        assertThat(facts.photographs(MARCH, 10)).isEmpty();
        assertThatThrownBy(() -> documents.content(photo)).isInstanceOf(NotFound.class);

        attachments.restore(photo);
        assertThat(attachments.findByRealisation(workshop)).singleElement().satisfies(it -> {
            assertThat(it.caption()).isEqualTo("La classe");
            assertThat(it.publishable()).isTrue();
        });
        assertThat(facts.photographs(MARCH, 10)).hasSize(1);
    }

    @Test
    void aDeletedFileIsNotListed() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        attachments.remove(photo);
        db.sql("DELETE FROM platform.document WHERE id = ?")
                .param(photo.value())
                .update();
        assertThatThrownBy(() -> attachments.restore(photo)).isInstanceOf(NotFound.class);
        assertThat(attachments.findByRealisation(workshop)).isEmpty();
    }

    @Test
    void concurrentDescriptionsConflict() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        AttachedFile opened = attachments.findById(photo);
        attachments.correct(photo, opened.version(), captioned("La première"));
        assertThatThrownBy(() -> attachments.correct(photo, opened.version(), captioned("La seconde")))
                .isInstanceOf(EditConflict.class);
        assertThat(attachments.findById(photo).caption()).isEqualTo("La première");
    }

    @Test
    void refusesAPaperAsPhotographAndFilesOfAWithdrawnRealisation() {
        assertRefused(
                () -> attach(workshop, AttachmentMetadata.internal(AttachmentKind.PHOTOGRAPH), SampleFiles.pdf()),
                "realisation.attachment.not-a-picture");
        attach(workshop, AttachmentMetadata.internal(AttachmentKind.PAPER), SampleFiles.pdf());
        correction.withdraw(workshop, "Erreur");
        assertRefused(() -> attach(AttachmentKind.PHOTOGRAPH), "realisation.withdrawn-first");
        assertThat(attachments.findByRealisation(workshop)).hasSize(1);
    }

    @Test
    void attachesAnEarlierUploadOnceForItsUploader() {
        DocumentId known;
        try (PreparedDocument file = prepared(SampleFiles.jpeg(40, 30))) {
            known = documents.store(file);
        }
        actAs(RealisationFixture.COORDINATOR);
        assertThatThrownBy(() ->
                        attachments.attach(workshop, known, AttachmentMetadata.internal(AttachmentKind.PHOTOGRAPH)))
                .isInstanceOf(NotFound.class);
        actAs(RealisationFixture.INTERN);
        attachments.attach(workshop, known, AttachmentMetadata.internal(AttachmentKind.PHOTOGRAPH));
        assertThat(attachments.findByRealisation(workshop))
                .extracting(it -> it.document().id())
                .containsExactly(known);
        assertThatThrownBy(() ->
                        attachments.attach(workshop, known, AttachmentMetadata.internal(AttachmentKind.PHOTOGRAPH)))
                .isInstanceOf(NotFound.class);
    }
}
