package org.convergence.plan.realisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.Attaching;
import org.convergence.plan.realisation.domain.RealisationAttachments;
import org.convergence.plan.realisation.domain.RealisationAttachments.Attached;
import org.convergence.plan.realisation.domain.RealisationReading;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
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
class AttachmentController {

    private static final List<String> FIELDS = List.of("kind", "caption", "alternative", "publish");

    private final RealisationAttachments attachments;
    private final RealisationReading reading;
    private final ArrivingFiles files;

    AttachmentController(RealisationAttachments attachments, RealisationReading reading, ArrivingFiles files) {
        this.attachments = attachments;
        this.reading = reading;
        this.files = files;
    }

    private record Said(int version, Attaching attaching) {}

    @GetMapping
    ModelAndView add(@PathVariable UUID id) {
        return add(new RealisationId(id), Form.blank());
    }

    private ModelAndView add(RealisationId id, Form form) {
        String subject = reading.toCorrect(id).happening().title();
        return Page.of(
                "plan/realisation/attach", new AttachPage(subject, RealisationPage.url(id, ""), form, files.of(form)));
    }

    @PostMapping
    ModelAndView attach(@PathVariable UUID id, Form form) {
        RealisationId realisation = new RealisationId(id);
        reading.toCorrect(realisation);
        return form.submit(
                answers -> {
                    if (files.receive(form, answers) == 0 && form.problems().isEmpty()) {
                        form.reject("photographs", "realisation.attachment.missing");
                    }
                    return realisation;
                },
                to -> Go.to(RealisationPage.url(to, ""))
                        .saying("realisation.attachment.attached", files.attach(to, form)),
                () -> add(realisation, form));
    }

    @GetMapping("/{document}")
    ModelAndView describe(@PathVariable UUID id, @PathVariable UUID document, Words t) {
        Attached it = one(id, document);
        return page(it, form(it), null, t);
    }

    @PostMapping("/{document}")
    ModelAndView describe(@PathVariable UUID id, @PathVariable UUID document, Form form, Words t) {
        Attached it = one(id, document);
        return form.submit(
                answers -> new Said(answers.version(), said(form, answers)),
                said -> {
                    attachments.correct(it.document().id(), said.version(), said.attaching());
                    return Go.to(RealisationPage.url(it.realisation(), "")).saying("realisation.attachment.corrected");
                },
                () -> page(it, form, null, t),
                since -> {
                    Attached stands = one(id, document);
                    return page(stands, form, between(form, stands, since, t), t);
                });
    }

    @PostMapping("/{document}/remove")
    ModelAndView remove(@PathVariable UUID id, @PathVariable UUID document) {
        Attached it = one(id, document);
        attachments.remove(it.document().id());
        return Go.to(RealisationPage.url(it.realisation(), ""))
                .saying("realisation.attachment.removed")
                .undo(FilesParts.url(it.realisation()) + "/" + document + "/restore");
    }

    @PostMapping("/{document}/restore")
    ModelAndView restore(@PathVariable UUID id, @PathVariable UUID document) {
        attachments.bringBack(new DocumentId(document));
        return Go.to(RealisationPage.url(new RealisationId(id), "")).saying("realisation.attachment.restored");
    }

    private ModelAndView page(Attached it, Form form, @Nullable Conflict conflict, Words t) {
        String subject = reading.toCorrect(it.realisation()).happening().title();
        List<Option> kinds = Arrays.stream(AttachmentKind.values())
                .filter(kind -> kind != AttachmentKind.PHOTOGRAPH
                        || it.document().type().isPicture())
                .map(kind -> new Option(kind.name(), t.say("realisation.attachment.kind", kind.name())))
                .toList();
        return Page.of(
                "plan/realisation/attachment",
                new AttachmentPage(
                        subject, RealisationPage.url(it.realisation(), ""), it.document(), form, kinds, conflict));
    }

    private Attached one(UUID realisation, UUID document) {
        Attached it = attachments.one(new DocumentId(document));
        if (!it.realisation().value().equals(realisation)) {
            throw new NotFound("document");
        }
        return it;
    }

    private static Form form(Attached it) {
        return Form.blank()
                .with("kind", it.kind())
                .with("caption", it.caption())
                .with("alternative", it.alternative())
                .with("publish", it.publishable() ? "yes" : "internal")
                .at(it.version());
    }

    private static Attaching said(Form form, Answers answers) {
        String caption = answers.optionalText("caption", Attaching.LONGEST);
        String alternative = answers.optionalText("alternative", Attaching.LONGEST);
        return new Attaching(
                answers.choice("kind", AttachmentKind.class),
                caption == null ? "" : caption,
                alternative == null ? "" : alternative,
                form.value("publish").equals("yes"));
    }

    private Conflict between(Form mine, Attached stands, int since, Words t) {
        JsonNode row = attachments.columnsAt(stands.document().id(), since).node();
        Form before = Form.blank()
                .with("kind", row.path("kind").asString(""))
                .with("caption", row.path("caption").asString(""))
                .with("alternative", row.path("alternative").asString(""))
                .with("publish", row.path("publishable").asBoolean(false) ? "yes" : "internal");
        return Conflict.between(mine, before, form(stands), since, null, FIELDS, (field, value) -> switch (field) {
            case "kind" -> t.say("realisation.attachment.kind", value);
            case "publish" -> t.say(value.equals("yes") ? "realisation.publish.yes" : "realisation.publish.internal");
            default -> value;
        });
    }
}
