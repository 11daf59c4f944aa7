package org.convergence.directory.exchange.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.directory.exchange.ExchangePermissions;
import org.convergence.directory.exchange.domain.ExchangeReading;
import org.convergence.directory.exchange.domain.ExchangeReading.Whole;
import org.convergence.directory.exchange.domain.ExchangeRecording;
import org.convergence.platform.access.Requires;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One exchange: its page, recording, correcting, striking out and bringing back. */
@Controller
@RequestMapping("/directory/exchange")
@Requires(ExchangePermissions.RECORD)
class ExchangeController {

    private final ExchangeReading reading;
    private final ExchangeRecording recording;
    private final ExchangeForms forms;
    private final ExchangePages pages;
    private final ExchangeVersions versions;

    ExchangeController(
            ExchangeReading reading,
            ExchangeRecording recording,
            ExchangeForms forms,
            ExchangePages pages,
            ExchangeVersions versions) {
        this.reading = reading;
        this.recording = recording;
        this.forms = forms;
        this.pages = pages;
        this.versions = versions;
    }

    @GetMapping("/{id}")
    @Requires(ExchangePermissions.READ)
    ModelAndView show(@PathVariable UUID id, Words t) {
        return Page.of("directory/exchange/exchange", pages.of(reading.one(new ExchangeId(id)), t));
    }

    /**
     * An empty form.
     *
     * @param person someone with whom it was
     * @param organisation one with which it was
     * @param from where to go afterwards
     */
    @GetMapping("/new")
    ModelAndView blank(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable String from,
            Words t) {
        Form form = forms.blank().with("from", from);
        if (person != null) {
            form.with(ExchangeForms.PEOPLE, List.of(person.toString()));
        }
        if (organisation != null) {
            form.with(ExchangeForms.ORGANISATIONS, List.of(organisation.toString()));
        }
        return blank(form, t);
    }

    private ModelAndView blank(Form form, Words t) {
        String back = Go.isOurs(form.value("from")) ? form.value("from") : ExchangePage.LIST;
        return Page.of("directory/exchange/form", forms.page(null, form, ExchangePage.LIST, back, null, t));
    }

    @PostMapping
    ModelAndView record(Form form, Words t) {
        return form.submit(
                answers -> forms.read(form, answers),
                read -> {
                    ExchangeId id = recording.record(read.what(), read.newcomers());
                    return Go.back(form.filled("from") ? form.value("from") : null, ExchangePage.url(id, ""))
                            .saying("exchange.recorded");
                },
                () -> blank(form, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        Whole it = reading.one(new ExchangeId(id));
        return edition(it, ExchangeForms.of(it), null, t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        Whole it = reading.one(new ExchangeId(id));
        return form.submit(
                answers -> forms.read(form, answers),
                read -> {
                    recording.correct(it.id(), read.version(), read.what(), read.newcomers());
                    return Go.to(ExchangePage.url(it.id(), "")).saying("exchange.corrected");
                },
                () -> edition(it, form, null, t),
                since -> {
                    Whole stands = reading.one(it.id());
                    return edition(stands, form, versions.between(form, stands, since, t), t);
                });
    }

    private ModelAndView edition(Whole it, Form form, @Nullable Conflict conflict, Words t) {
        String url = ExchangePage.url(it.id(), "");
        return Page.of("directory/exchange/form", forms.page(it, form, url + "/edit", url, conflict, t));
    }

    @GetMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        Whole it = reading.one(new ExchangeId(id));
        return removal(it, Form.blank().at(it.version()));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, Form form) {
        Whole it = reading.one(new ExchangeId(id));
        return form.submit(
                answers -> answers.version(),
                version -> {
                    recording.strikeOut(it.id(), version);
                    return Go.to(ExchangePage.LIST)
                            .saying("exchange.removed")
                            .undo(ExchangePage.url(it.id(), "/remove/undo"));
                },
                () -> removal(it, form));
    }

    private static ModelAndView removal(Whole it, Form form) {
        return Page.of(
                "directory/exchange/removal",
                new RemovalPage(it.what().subject(), ExchangePage.url(it.id(), ""), form));
    }

    @PostMapping("/{id}/remove/undo")
    ModelAndView bringBack(@PathVariable UUID id) {
        ExchangeId exchange = new ExchangeId(id);
        recording.bringBack(exchange);
        return Go.to(ExchangePage.url(exchange, "")).saying("exchange.back");
    }
}
