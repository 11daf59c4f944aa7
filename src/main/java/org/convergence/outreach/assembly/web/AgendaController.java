package org.convergence.outreach.assembly.web;

import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AgendaKeeping;
import org.convergence.outreach.assembly.domain.ItemFacts;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MeetingReading.PointOf;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.Documents;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class AgendaController {

    private final MeetingPages pages;
    private final MeetingReading reading;
    private final AgendaKeeping keeping;
    private final Documents documents;
    private final AssemblyVersions versions;

    AgendaController(
            MeetingPages pages,
            MeetingReading reading,
            AgendaKeeping keeping,
            Documents documents,
            AssemblyVersions versions) {
        this.versions = versions;
        this.pages = pages;
        this.reading = reading;
        this.keeping = keeping;
        this.documents = documents;
    }

    private record Corrected(int version, ItemFacts facts) {}

    @PostMapping("/meetings/{id}/items")
    ModelAndView add(@PathVariable UUID id, Form form, Words t) {
        MeetingId meeting = new MeetingId(id);
        reading.one(meeting);
        return form.submit(
                MeetingForms::item,
                facts -> {
                    UUID item = keeping.add(meeting, facts);
                    return Go.to(Urls.meeting(id) + "#point-" + item).saying("assembly.item.added", facts.title());
                },
                () -> Page.of("outreach/assembly/meeting", pages.of(meeting, form, t)));
    }

    @GetMapping("/items/{id}")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        PointOf it = reading.point(id);
        return edit(it, MeetingForms.of(it.point().facts()).at(it.point().version()), null, t);
    }

    @PostMapping("/items/{id}")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        PointOf it = reading.point(id);
        return form.submit(
                answers -> new Corrected(answers.version(), read(id, form, answers)),
                corrected -> {
                    keeping.correct(id, corrected.version(), corrected.facts());
                    return Go.to(url(it) + "#point-" + id).saying("assembly.saved");
                },
                () -> edit(reading.point(id), form, null, t),
                since -> {
                    PointOf now = reading.point(id);
                    Form theirs =
                            MeetingForms.of(now.point().facts()).at(now.point().version());
                    return edit(now, form, versions.ofPoint(form, theirs, id, since, MeetingForms.POINT), t);
                });
    }

    /** Papers are stored at once, so that a form shown again has not lost them. */
    private ItemFacts read(UUID id, Form form, Answers answers) {
        for (MultipartFile file : answers.files("papers")) {
            try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
                keeping.attach(id, prepared);
            } catch (Refused refused) {
                form.reject("papers", refused.messageKey(), refused.arguments());
            }
        }
        return MeetingForms.item(answers);
    }

    private ModelAndView edit(PointOf it, Form form, @Nullable Conflict conflict, Words t) {
        var about = MeetingController.about(reading.agenda(it.meeting()), t);
        var frame = FormPage.of(
                        "assembly.item.edit",
                        about,
                        Urls.HOME + "/items/" + it.point().id(),
                        form)
                .meeting(conflict);
        return Page.of(
                "outreach/assembly/item-form",
                new ItemPage(frame, url(it), it.point().papers(), documents.largest()));
    }

    @PostMapping("/items/{id}/up")
    ModelAndView up(@PathVariable UUID id) {
        return moved(id, true);
    }

    @PostMapping("/items/{id}/down")
    ModelAndView down(@PathVariable UUID id) {
        return moved(id, false);
    }

    /** The focus stays on the button, so that the same key moves the item again; at an end, on the other one. */
    private ModelAndView moved(UUID id, boolean up) {
        PointOf it = reading.point(id);
        keeping.move(id, up);
        List<UUID> points = reading.agenda(it.meeting()).points().stream()
                .map(Agenda.Point::id)
                .toList();
        boolean further = !id.equals(points.get(up ? 0 : points.size() - 1));
        return Go.to(url(it) + (up == further ? "#up-" : "#down-") + id);
    }

    @PostMapping("/items/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        PointOf it = reading.point(id);
        keeping.remove(id);
        return Go.to(url(it)).saying("assembly.item.removed", it.point().title());
    }

    @PostMapping("/meetings/{id}/papers/{document}/remove")
    ModelAndView detach(@PathVariable UUID id, @PathVariable UUID document) {
        keeping.detach(new MeetingId(id), new DocumentId(document));
        return Go.to(Urls.meeting(id)).saying("assembly.paper.removed");
    }

    private static String url(PointOf it) {
        return Urls.meeting(it.meeting().value());
    }
}
