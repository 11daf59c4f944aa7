package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles the files of a realisation for its page. */
@Component
class RealisationFilesAssembler {

    private final RealisationAttachmentService attachments;

    RealisationFilesAssembler(RealisationAttachmentService attachments) {
        this.attachments = attachments;
    }

    /** @param mayChange whether the actor may attach and describe */
    RealisationFilesPart assemble(RealisationId id, boolean mayChange, Words t) {
        List<RealisationFilesPart.ShownFile> photographs = new ArrayList<>();
        List<RealisationFilesPart.ShownFile> papers = new ArrayList<>();
        for (AttachedFile each : attachments.findByRealisation(id)) {
            boolean photograph = each.kind() == AttachmentKind.PHOTOGRAPH;
            (photograph ? photographs : papers).add(shown(each, mayChange, t));
        }
        return new RealisationFilesPart(photographs, papers, mayChange ? url(id) : null);
    }

    private static RealisationFilesPart.ShownFile shown(AttachedFile it, boolean mayChange, Words t) {
        boolean photograph = it.kind() == AttachmentKind.PHOTOGRAPH;
        return new RealisationFilesPart.ShownFile(
                it.document(),
                it.caption(),
                alternative(it, t),
                photograph
                        ? t.say("realisation.publish." + (it.publishable() ? "yes" : "internal"))
                        : t.say("realisation.attachment.kind", it.kind().name()),
                it.readable(),
                mayChange ? url(it.realisation()) + "/" + it.document().id().value() : null);
    }

    /** The text alternative; by default, that it is a photograph. */
    private static String alternative(AttachedFile it, Words t) {
        if (!it.alternative().isEmpty()) {
            return it.alternative();
        }
        return it.caption().isEmpty()
                ? t.say("realisation.attachment.kind", it.kind().name())
                : it.caption();
    }

    static String url(RealisationId id) {
        return RealisationPage.url(id, "/documents");
    }
}
