package org.convergence.cooperation.fieldwork.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerFormService;
import org.convergence.cooperation.fieldwork.domain.PartnerFormService.KeptCorrection;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.OpenedLink;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.PinAnswer;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.SentEntry;
import org.convergence.cooperation.fieldwork.web.NotesPage.HeldForm;
import org.convergence.cooperation.fieldwork.web.NotesPage.TypedCorrection;
import org.convergence.cooperation.fieldwork.web.NotesPageAssembler.TypedWords;
import org.convergence.cooperation.fieldwork.web.PartnerEntryForm.ReadingInput;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.Upload;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The forms of a partner's page: an entry without script, a correction, an answer. What was typed is taken, or shown again
 * with what is wrong.
 */
@Controller
@RequestMapping("/public/notes/{secret}")
@Open("a link opens the page of one partner, by its PIN")
record NotesFormController(PartnerLinkAccess access, PartnerFormService forms, NotesPageAssembler assembler) {

    /** Its form has a name: the same text in it counts once when sent twice. */
    @PostMapping("/entries")
    ModelAndView add(
            @PathVariable String secret,
            @CookieValue(name = NotesController.PASS, required = false) @Nullable String pass,
            Form form,
            PublicVisit visit) {
        return add(secret, pass, visit.openShared(secret, () -> access.open(secret, pass)), form);
    }

    private ModelAndView add(String secret, @Nullable String pass, OpenedLink link, Form form) {
        SentEntry entry = PartnerEntryForm.readSent(form);
        UUID name = UUID.nameUUIDFromBytes((form.value("name") + entry).getBytes(StandardCharsets.UTF_8));
        try {
            return forms.add(secret, name, entry, readPhotograph(form))
                    ? done(secret)
                    : assembler.lost(secret, link, typed(secret, null, entry));
        } catch (Refused unreadable) {
            return assembler.refused(
                    secret, pass, link, typed(secret, null, entry), "public.fieldwork.photo.unreadable");
        }
    }

    @PostMapping("/entries/{id}")
    ModelAndView correct(
            @PathVariable String secret,
            @PathVariable PartnerEntryId id,
            @CookieValue(name = NotesController.PASS, required = false) @Nullable String pass,
            Form form,
            PublicVisit visit) {
        OpenedLink link = visit.openShared(secret, () -> access.open(secret, pass));
        if (!link.isOpen() && (link.isRevoked() || !link.hasEntered())) {
            return add(secret, pass, link, form);
        }
        SentEntry entry = PartnerEntryForm.readSent(form);
        if (!link.hasEntered()) {
            HeldForm held = new HeldForm("/entries/" + id.value(), form.value("version"));
            return enter(
                    secret,
                    link,
                    form,
                    visit,
                    held,
                    typed(secret, null, entry),
                    entered -> correct(secret, id, entered, form, visit));
        }
        try {
            forms.correct(secret, pass, id, form.read(FormValues::version), entry, readPhotograph(form));
            return done(secret);
        } catch (EditConflict meanwhile) {
            TypedWords typed = typed(secret, id, entry);
            KeptCorrection kept = typed.entry();
            boolean isGone = kept == null || kept.current() == null;
            return assembler.refused(
                    secret, pass, link, typed, isGone ? "public.fieldwork.changed.gone" : "public.fieldwork.changed");
        } catch (Refused unreadable) {
            return assembler.refused(secret, pass, link, typed(secret, id, entry), "public.fieldwork.photo.unreadable");
        }
    }

    /**
     * A form whose PIN ran out while it was filled in: with the PIN beside it, it is sent; else it is shown again with a
     * field for the PIN, and without anything else of the page.
     */
    private ModelAndView enter(
            String secret,
            OpenedLink link,
            Form form,
            PublicVisit visit,
            HeldForm held,
            TypedWords typed,
            Function<String, ModelAndView> send) {
        String problem = "public.fieldwork.pin.again";
        if (form.filled("pin")) {
            PinAnswer answer = access.enter(secret, form.value("pin"));
            if (answer.pass() != null) {
                NotesController.writePass(secret, answer.pass(), visit);
                return send.apply(answer.pass());
            }
            problem = answer.problem();
        }
        return assembler.held(secret, link, typed, held, problem);
    }

    private static @Nullable Upload readPhotograph(Form form) {
        List<MultipartFile> photos = form.read(answers -> answers.files("photo"));
        return photos.isEmpty() ? null : new Upload("photo.jpg", photos.get(0));
    }

    private TypedWords typed(String secret, @Nullable PartnerEntryId id, SentEntry entry) {
        return new TypedWords(null, forms.findTyped(secret, id, entry));
    }

    private static ModelAndView done(String secret) {
        return SeeOther.to(PartnerLinkService.PATH + secret + "?done=1");
    }

    /** The partner's answer to a text that speaks of it. Only the PIN lets it answer, after the end of the page too. */
    @PostMapping("/readings/{id}")
    ModelAndView answer(
            @PathVariable String secret,
            @PathVariable UUID id,
            @CookieValue(name = NotesController.PASS, required = false) @Nullable String pass,
            Form form,
            PublicVisit visit) {
        OpenedLink link = visit.openShared(secret, () -> access.open(secret, pass));
        TypedWords typed = new TypedWords(
                form.filled("correction") ? new TypedCorrection(id, form.value("correction")) : null, null);
        if (!link.isOpen() && (link.isRevoked() || !link.hasEntered())) {
            return assembler.lost(secret, link, typed);
        }
        if (!link.hasEntered() && typed.reading() == null) {
            return assembler.pin(secret, link, null);
        }
        if (!link.hasEntered()) {
            HeldForm held = new HeldForm("/readings/" + id, form.value("version"));
            return enter(secret, link, form, visit, held, typed, entered -> answer(secret, id, entered, form, visit));
        }
        String problem;
        try {
            ReadingInput input = form.read(PartnerEntryForm::readAnswer);
            forms.answerPassage(secret, pass, id, input.version(), input.answer(), input.correction());
            return done(secret);
        } catch (EditConflict meanwhile) {
            problem = "changed";
        } catch (FieldsRefused wrong) {
            problem = PartnerEntryForm.problem(form);
        } catch (Refused filed) {
            problem = "closed";
        }
        return assembler.refused(secret, pass, link, typed, "public.fieldwork.reading." + problem);
    }
}
