package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.Photograph;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.SampleFiles;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;

/** Photographs of realisations: their texts, their permission, their place in reports. */
@ModuleTest
class RealisationPhotographsTest extends RealisationAttachmentServiceFixture {

    @Test
    void aPhotographIsInternalByDefault() {
        DocumentId photo = attach(AttachmentKind.PHOTOGRAPH);
        assertThat(attachments.findByRealisation(workshop)).singleElement().satisfies(it -> {
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
    void itsTextAlternativeFallsBackToCaptionAndTitle() {
        DocumentId photo = attach(new AttachmentMetadata(AttachmentKind.PHOTOGRAPH, "Vingt-quatre jeunes", "", true));
        assertThat(facts.photographs(MARCH, 10))
                .containsExactly(new Photograph(photo, workshop, "Vingt-quatre jeunes", "Vingt-quatre jeunes"));

        attachments.correct(
                photo,
                attachments.findById(photo).version(),
                new AttachmentMetadata(AttachmentKind.PHOTOGRAPH, "Vingt-quatre jeunes", "Des jeunes en cercle", true));
        assertThat(facts.photographs(MARCH, 10))
                .containsExactly(new Photograph(photo, workshop, "Vingt-quatre jeunes", "Des jeunes en cercle"));
    }

    @Test
    void aReportListsPhotographsOfItsRealisationsInOrder() {
        RealisationId earlier = record("Marche", DAY.minusDays(5));
        RealisationId outside = record("Assemblée", DAY.minusMonths(2));
        AttachmentMetadata open = new AttachmentMetadata(AttachmentKind.PHOTOGRAPH, "", "", true);
        DocumentId second = attach(workshop, open, SampleFiles.jpeg(40, 30));
        DocumentId third = attach(workshop, open, SampleFiles.jpeg(40, 30));
        DocumentId first = attach(earlier, open, SampleFiles.jpeg(40, 30));
        attach(outside, open, SampleFiles.jpeg(40, 30));

        assertThat(facts.photographs(MARCH, 10))
                .extracting(Photograph::document)
                .containsExactly(first, second, third);
        assertThat(facts.photographs(MARCH, 2)).extracting(Photograph::document).containsExactly(first, second);
        assertThat(facts.photographs(MARCH.withoutRealisations(Set.of(workshop)), 10))
                .extracting(Photograph::document)
                .containsExactly(first);
        correction.withdraw(earlier, "Autre chose");
        assertThat(facts.photographs(MARCH, 10))
                .extracting(Photograph::document)
                .containsExactly(second, third);
    }

    @Test
    void aPhotographTurnedIntoAnAttendanceSheetIsHiddenAtOnce() {
        DocumentId photo = attach(new AttachmentMetadata(AttachmentKind.PHOTOGRAPH, "", "", true));
        attachments.correct(
                photo, attachments.findById(photo).version(), AttachmentMetadata.internal(AttachmentKind.ATTENDANCE));
        assertThat(facts.photographs(MARCH, 10)).isEmpty();
        actAs(READER);
        assertThatThrownBy(() -> documents.findById(photo)).isInstanceOf(NotFound.class);
    }
}
