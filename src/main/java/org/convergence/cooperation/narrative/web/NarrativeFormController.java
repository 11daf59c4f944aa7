package org.convergence.cooperation.narrative.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativeFormService;
import org.convergence.cooperation.narrative.domain.NarrativeFormService.FilledForm;
import org.convergence.cooperation.narrative.domain.NarrativeFormService.NarrativeFormId;
import org.convergence.cooperation.narrative.domain.NarrativeFormService.NarrativeFunderForm;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.web.NarrativePage.LabelledLink;
import org.convergence.cooperation.narrative.web.NarrativePage.NarrativeFormListPage;
import org.convergence.cooperation.narrative.web.NarrativePage.NarrativeFormPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The funders' own files, which a report fills: where each of its sections goes. */
@Controller
@RequestMapping("/cooperation/narrative/{report}/forms")
@Requires(NarrativePermissions.EDIT)
record NarrativeFormController(NarrativeFormService service, NarrativeQueries queries, DocumentService documents) {

    private static final String FIELD = "at-";
    private static final int LONGEST_PLACE = 120;

    private static String url(NarrativeReportId report) {
        return NarrativePage.url(report) + "/forms";
    }

    private static String url(NarrativeReportId report, NarrativeFormId form) {
        return url(report) + "/" + form.value();
    }

    @GetMapping
    @Requires(NarrativePermissions.READ)
    ModelAndView list(@PathVariable NarrativeReportId report, Words t) {
        return listPage(report, Form.blank(), t);
    }

    private ModelAndView listPage(NarrativeReportId report, Form form, Words t) {
        NarrativeRow row = queries.findById(report);
        List<String> headings = headings(report);
        return PageView.of(
                "cooperation/narrative/funder-forms",
                new NarrativeFormListPage(
                        url(report),
                        NarrativePage.url(report),
                        row.title(),
                        CurrentActor.get().may(NarrativePermissions.EDIT) ? form : null,
                        service.findByProject(row.project()).stream()
                                .map(each -> new LabelledLink(
                                        each.name(),
                                        t.say(
                                                "narrative.form.places",
                                                headings.stream()
                                                        .filter(heading -> !each.placeOf(heading)
                                                                .isEmpty())
                                                        .count(),
                                                headings.size()),
                                        url(report, each.id())))
                                .toList()));
    }

    private List<String> headings(NarrativeReportId report) {
        return queries.findSections(report).stream()
                .map(each -> each.content().heading())
                .toList();
    }

    @PostMapping
    ModelAndView add(@PathVariable NarrativeReportId report, Form form, Words t) {
        return form.submit(
                NarrativeFormController::readFile,
                file -> {
                    try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
                        return SeeOther.to(url(report, service.create(report, prepared)))
                                .withNotice("narrative.form.added");
                    }
                },
                () -> listPage(report, form, t));
    }

    private static @Nullable MultipartFile readFile(FormValues answers) {
        MultipartFile file = answers.file("file");
        if (file == null) {
            answers.reject("file", "shell.form.required");
        }
        return file;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable NarrativeReportId report, @PathVariable NarrativeFormId id) {
        NarrativeFunderForm before = service.findById(id);
        Form form = Form.blank().atVersion(before.version());
        List<String> headings = headings(report);
        for (int at = 0; at < headings.size(); at++) {
            form.with(FIELD + at, before.placeOf(headings.get(at)));
        }
        return page(report, before, form);
    }

    private ModelAndView page(NarrativeReportId report, NarrativeFunderForm before, Form form) {
        return PageView.of(
                "cooperation/narrative/funder-form",
                new NarrativeFormPage(
                        url(report, before.id()),
                        url(report),
                        before.name(),
                        before.version(),
                        "/platform/document/" + before.document().value(),
                        form,
                        headings(report),
                        service.findPlaces(before)));
    }

    private record SectionPlaces(int version, Map<String, String> places) {}

    @PostMapping("/{id}")
    ModelAndView place(@PathVariable NarrativeReportId report, @PathVariable NarrativeFormId id, Form form) {
        return form.submit(
                answers -> new SectionPlaces(answers.version(), readPlaces(answers, headings(report))),
                input -> {
                    service.place(id, input.version(), input.places());
                    return SeeOther.to(url(report)).withNotice("narrative.form.placed");
                },
                () -> page(report, service.findById(id), form));
    }

    private static Map<String, String> readPlaces(FormValues answers, List<String> headings) {
        Map<String, String> places = new LinkedHashMap<>();
        for (int at = 0; at < headings.size(); at++) {
            String place = answers.optionalText(FIELD + at, LONGEST_PLACE);
            places.put(headings.get(at), place == null ? "" : place);
        }
        return places;
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable NarrativeReportId report, @PathVariable NarrativeFormId id, Form form) {
        return form.submit(
                FormValues::version,
                version -> {
                    service.delete(id, version);
                    return SeeOther.to(url(report)).withNotice("narrative.form.removed");
                },
                () -> page(report, service.findById(id), form));
    }

    @GetMapping("/{id}/filled")
    @Requires(NarrativePermissions.READ)
    void fill(
            @PathVariable NarrativeReportId report,
            @PathVariable NarrativeFormId id,
            Words t,
            HttpServletResponse response)
            throws IOException {
        FilledForm file = service.fill(report, id, t);
        FileDownload.setHeaders(response, file.name(), file.mediaType());
        response.getOutputStream().write(file.content().getByteArray());
    }
}
