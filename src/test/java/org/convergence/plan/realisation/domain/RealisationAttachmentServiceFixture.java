package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.document.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** A workshop recorded by an intern, and its files. */
abstract class RealisationAttachmentServiceFixture {

    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final FactsQuery MARCH = FactsQuery.forPeriod(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    /** Sees realisations, and records none. */
    static final Actor READER = new Actor(
            UUID.fromString("00000000-0000-7000-8000-000000000003"),
            "Conseil",
            null,
            "fr",
            Set.of("realisation.read", "document.read"));

    @Autowired
    RealisationAttachmentService attachments;

    @Autowired
    RealisationRecordingService recording;

    @Autowired
    RealisationCorrectionService correction;

    @Autowired
    RealisationFacts facts;

    @Autowired
    DocumentService documents;

    @Autowired
    JdbcClient db;

    RealisationId workshop = new RealisationId(new UUID(0, 0));

    @BeforeEach
    void prepareWorkshopOfAnIntern() {
        db.sql("DELETE FROM plan.realisation").update();
        actAs(RealisationFixture.INTERN);
        workshop = record("Atelier sur l’eau", DAY);
    }

    @AfterEach
    void clearActor() {
        SecurityContextHolder.clearContext();
    }

    RealisationId record(String title, LocalDate day) {
        return recording.recordByHand(new RealisationEntry(
                RealisationFixture.workshop(title, day), Amounts.UNKNOWN, PlanAttribution.NOTHING));
    }

    DocumentId attach(AttachmentKind kind) {
        return attach(AttachmentMetadata.internal(kind));
    }

    DocumentId attach(AttachmentMetadata said) {
        return attach(workshop, said, SampleFiles.photograph(640, 480, 6));
    }

    DocumentId attach(RealisationId to, AttachmentMetadata said, byte[] bytes) {
        try (PreparedDocument file = prepared(bytes)) {
            return attachments.attach(to, file, said);
        }
    }

    PreparedDocument prepared(byte[] bytes) {
        return documents.prepare(Upload.of("photo.jpg", new ByteArrayResource(bytes)));
    }

    static AttachmentMetadata captioned(String caption) {
        return new AttachmentMetadata(AttachmentKind.PHOTOGRAPH, caption, "", false);
    }

    static void actAs(Actor actor) {
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor));
    }

    static void assertRefused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
