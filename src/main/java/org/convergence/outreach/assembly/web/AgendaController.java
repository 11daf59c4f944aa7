package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AgendaItemFacts;
import org.convergence.outreach.assembly.domain.AgendaService;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingQueries.MeetingItem;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Adds, corrects, moves and removes items of an agenda, with their papers. */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.PREPARE)
record AgendaController(
        MeetingPageAssembler pages,
        MeetingQueries meetings,
        AgendaService agendas,
        DocumentService documents,
        AssemblyConflictBuilder versions,
        SourceTexts texts) {

    private record AgendaItemChange(int version, AgendaItemFacts facts) {}

    @PostMapping("/meetings/{id}/items")
    ModelAndView add(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        meetings.findById(meeting);
        return form.submit(
                MeetingForm::item,
                facts -> {
                    UUID item = agendas.add(meeting, facts);
                    String url = AssemblyUrls.meeting(id) + "#point-" + item;
                    texts.tellUse(form.value(SourceTexts.FROM), url);
                    return SeeOther.to(url).withNotice("assembly.item.added", facts.title());
                },
                () -> PageView.of("outreach/assembly/meeting", pages.assemble(meeting, form, t)));
    }

    /** Puts a resolution carried without a quorum on the agenda, with its text. */
    @PostMapping("/meetings/{id}/take-up/{followUp}")
    ModelAndView takeUp(@PathVariable UUID id, @PathVariable UUID followUp) {
        UUID item = agendas.takeUp(new MeetingId(id), followUp);
        return SeeOther.to(AssemblyUrls.meeting(id) + "#point-" + item)
                .withNotice("assembly.item.added", meetings.point(item).point().title());
    }

    @GetMapping("/items/{id}")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        MeetingItem it = meetings.point(id);
        return edit(
                it, MeetingForm.toForm(it.point().facts()).atVersion(it.point().version()), null, t);
    }

    @PostMapping("/items/{id}")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        MeetingItem it = meetings.point(id);
        return form.submit(
                answers -> new AgendaItemChange(answers.version(), read(id, form, answers)),
                corrected -> {
                    agendas.correct(id, corrected.version(), corrected.facts());
                    return SeeOther.to(url(it) + "#point-" + id).withNotice("assembly.saved");
                },
                () -> edit(meetings.point(id), form, null, t),
                since -> {
                    MeetingItem now = meetings.point(id);
                    Form theirs = MeetingForm.toForm(now.point().facts())
                            .atVersion(now.point().version());
                    return edit(now, form, versions.itemConflict(form, theirs, id, since, MeetingForm.POINT), t);
                });
    }

    /** Papers are stored at once, so that a form shown again has not lost them. */
    private AgendaItemFacts read(UUID id, Form form, FormValues answers) {
        for (MultipartFile file : answers.files("papers")) {
            try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
                agendas.attach(id, prepared);
            } catch (Refused refused) {
                form.reject("papers", refused.messageKey(), refused.arguments());
            }
        }
        return MeetingForm.item(answers);
    }

    private ModelAndView edit(MeetingItem it, Form form, @Nullable Conflict conflict, Words t) {
        var about = MeetingController.about(meetings.findAgenda(it.meeting()), t);
        var frame = AssemblyFormPage.of(
                        "assembly.item.edit",
                        about,
                        AssemblyUrls.HOME + "/items/" + it.point().id(),
                        form)
                .withConflict(conflict);
        return PageView.of(
                "outreach/assembly/item-form",
                new AgendaItemPage(frame, url(it), it.point().papers(), documents.maxBytes()));
    }

    @PostMapping("/items/{id}/up")
    ModelAndView moveUp(@PathVariable UUID id) {
        return moved(id, true);
    }

    @PostMapping("/items/{id}/down")
    ModelAndView moveDown(@PathVariable UUID id) {
        return moved(id, false);
    }

    /** The focus stays on the button, so that the same key moves the item again; at an end, on the other one. */
    private ModelAndView moved(UUID id, boolean up) {
        MeetingItem it = meetings.point(id);
        agendas.move(id, up);
        List<UUID> points = meetings.findAgenda(it.meeting()).points().stream()
                .map(Agenda.AgendaItemDetails::id)
                .toList();
        boolean further = !id.equals(points.get(up ? 0 : points.size() - 1));
        return SeeOther.to(url(it) + (up == further ? "#up-" : "#down-") + id);
    }

    @PostMapping("/items/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        MeetingItem it = meetings.point(id);
        agendas.remove(id);
        return SeeOther.to(url(it))
                .withNotice("assembly.item.removed", it.point().title());
    }

    @PostMapping("/meetings/{id}/papers/{document}/remove")
    ModelAndView detach(@PathVariable UUID id, @PathVariable UUID document) {
        agendas.detach(new MeetingId(id), new DocumentId(document));
        return SeeOther.to(AssemblyUrls.meeting(id)).withNotice("assembly.paper.removed");
    }

    private static String url(MeetingItem it) {
        return AssemblyUrls.meeting(it.meeting().value());
    }
}
