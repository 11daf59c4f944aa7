package org.convergence.plan.realisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.AttachmentMetadata;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.web.AttachmentPage.AttachmentUploadPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** Attaches, describes, removes and restores the files of a realisation. */
@Controller
@RequestMapping("/plan/realisation/{id}/documents")
@Requires(RealisationPermissions.RECORD)
record AttachmentController(
        RealisationAttachmentService attachments, RealisationQueries realisations, FormUploads files) {

    private static final List<String> FIELDS = List.of("kind", "caption", "alternative", "publish");

    private record AttachmentChange(int version, AttachmentMetadata attaching) {}

    @GetMapping
    ModelAndView add(@PathVariable UUID id) {
        return add(new RealisationId(id), Form.blank());
    }

    private ModelAndView add(RealisationId id, Form form) {
        String subject = realisations.findForCorrection(id).happening().title();
        return PageView.of(
                "plan/realisation/attach",
                new AttachmentUploadPage(subject, RealisationPage.url(id, ""), form, files.fields(form)));
    }

    @PostMapping
    ModelAndView attach(@PathVariable UUID id, Form form) {
        RealisationId realisation = new RealisationId(id);
        realisations.findForCorrection(realisation);
        return form.submit(
                answers -> {
                    if (files.receive(form, answers) == 0 && form.problems().isEmpty()) {
                        form.reject("photographs", "realisation.attachment.missing");
                    }
                    return realisation;
                },
                to -> SeeOther.to(RealisationPage.url(to, ""))
                        .withNotice("realisation.attachment.attached", files.attach(to, form)),
                () -> add(realisation, form));
    }

    @GetMapping("/{document}")
    ModelAndView describe(@PathVariable UUID id, @PathVariable UUID document, Words t) {
        AttachedFile it = one(id, document);
        return page(it, form(it), null, t);
    }

    @PostMapping("/{document}")
    ModelAndView describe(@PathVariable UUID id, @PathVariable UUID document, Form form, Words t) {
        AttachedFile it = one(id, document);
        return form.submit(
                answers -> new AttachmentChange(answers.version(), readMetadata(form, answers)),
                said -> {
                    attachments.correct(it.document().id(), said.version(), said.attaching());
                    return SeeOther.to(RealisationPage.url(it.realisation(), ""))
                            .withNotice("realisation.attachment.corrected");
                },
                () -> page(it, form, null, t),
                since -> {
                    AttachedFile stands = one(id, document);
                    return page(stands, form, between(form, stands, since, t), t);
                });
    }

    @PostMapping("/{document}/remove")
    ModelAndView remove(@PathVariable UUID id, @PathVariable UUID document) {
        AttachedFile it = one(id, document);
        attachments.remove(it.document().id());
        return SeeOther.to(RealisationPage.url(it.realisation(), ""))
                .withNotice("realisation.attachment.removed")
                .withUndo(RealisationController.filesUrl(it.realisation()) + "/" + document + "/restore");
    }

    @PostMapping("/{document}/restore")
    ModelAndView restore(@PathVariable UUID id, @PathVariable UUID document) {
        attachments.restore(new DocumentId(document));
        return SeeOther.to(RealisationPage.url(new RealisationId(id), ""))
                .withNotice("realisation.attachment.restored");
    }

    private ModelAndView page(AttachedFile it, Form form, @Nullable Conflict conflict, Words t) {
        String subject =
                realisations.findForCorrection(it.realisation()).happening().title();
        List<Option> kinds = Arrays.stream(AttachmentKind.values())
                .filter(kind -> kind != AttachmentKind.PHOTOGRAPH
                        || it.document().type().isPicture())
                .map(kind -> new Option(kind.name(), t.say("realisation.attachment.kind", kind.name())))
                .toList();
        return PageView.of(
                "plan/realisation/attachment",
                new AttachmentPage(
                        subject, RealisationPage.url(it.realisation(), ""), it.document(), form, kinds, conflict));
    }

    private AttachedFile one(UUID realisation, UUID document) {
        AttachedFile it = attachments.findById(new DocumentId(document));
        if (!it.realisation().value().equals(realisation)) {
            throw new NotFound("document");
        }
        return it;
    }

    private static Form form(AttachedFile it) {
        return Form.blank()
                .with("kind", it.kind())
                .with("caption", it.caption())
                .with("alternative", it.alternative())
                .with("publish", it.publishable() ? "yes" : "internal")
                .atVersion(it.version());
    }

    private static AttachmentMetadata readMetadata(Form form, FormValues answers) {
        String caption = answers.optionalText("caption", AttachmentMetadata.LONGEST);
        String alternative = answers.optionalText("alternative", AttachmentMetadata.LONGEST);
        return new AttachmentMetadata(
                answers.choice("kind", AttachmentKind.class),
                caption == null ? "" : caption,
                alternative == null ? "" : alternative,
                form.value("publish").equals("yes"));
    }

    private Conflict between(Form mine, AttachedFile stands, int since, Words t) {
        JsonNode row = attachments.columnsAt(stands.document().id(), since).node();
        Form before = Form.blank()
                .with("kind", row.path("kind").asString(""))
                .with("caption", row.path("caption").asString(""))
                .with("alternative", row.path("alternative").asString(""))
                .with("publish", row.path("publishable").asBoolean(false) ? "yes" : "internal");
        return Conflict.merge(mine, before, form(stands), since, null, FIELDS, (field, value) -> switch (field) {
            case "kind" -> t.say("realisation.attachment.kind", value);
            case "publish" -> t.say(value.equals("yes") ? "realisation.publish.yes" : "realisation.publish.internal");
            default -> value;
        });
    }
}
