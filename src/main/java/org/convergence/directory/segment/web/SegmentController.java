package org.convergence.directory.segment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PartyUrls;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.AudienceQuestion;
import org.convergence.directory.segment.SegmentAudience.AudienceSummary;
import org.convergence.directory.segment.SegmentId;
import org.convergence.directory.segment.SegmentPermissions;
import org.convergence.directory.segment.domain.AudienceQueries;
import org.convergence.directory.segment.domain.ExcludedPeople;
import org.convergence.directory.segment.domain.Segment;
import org.convergence.directory.segment.domain.SegmentService;
import org.convergence.directory.segment.web.SegmentPage.ExclusionRow;
import org.convergence.directory.segment.web.SegmentPage.PersonRow;
import org.convergence.directory.segment.web.SegmentPage.SegmentFormPage;
import org.convergence.directory.segment.web.SegmentPage.SegmentListPage;
import org.convergence.directory.segment.web.SegmentPage.SegmentRow;
import org.convergence.directory.segment.web.SegmentPage.SummaryPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Segments: their list, their form with the number while it is filled in, and their people with reasons. */
@Controller
@RequestMapping("/directory/segment")
@Requires(SegmentPermissions.EDIT)
record SegmentController(SegmentService segments, AudienceQueries audience, SegmentForm forms) {

    static final String PATH = "/directory/segment";
    private static final int SHOWN = 50;

    /** The audience of a larger segment is counted when asked for. */
    private static final int COUNTED_AT_ONCE = 3_000;

    @Bean
    static MenuEntry segmentMenuEntry() {
        return MenuEntry.of("segment.menu", PATH).requiring(SegmentPermissions.READ);
    }

    @GetMapping
    @Requires(SegmentPermissions.READ)
    ModelAndView list(Words t) {
        List<SegmentRow> rows = segments.findAll().stream()
                .map(each -> new SegmentRow(
                        url(each.typedId()), each.name(), String.join(" · ", forms.describe(each.chosen(), t))))
                .toList();
        return PageView.of("directory/segment/list", new SegmentListPage(rows, mayEdit()));
    }

    @GetMapping("/new")
    ModelAndView add(@RequestParam(name = SegmentForm.BACK, defaultValue = "") String back, Words t) {
        return formPage(null, Form.blank().with(SegmentForm.BACK, back), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> forms.read(answers, t),
                input -> SeeOther.to(next(segments.create(input.name(), input.criteria()), form))
                        .withNotice("segment.saved"),
                () -> formPage(null, form, t));
    }

    /** Back to the page that needs a segment, which takes it as its own, or to the segment itself. */
    private static String next(SegmentId created, Form form) {
        String back = back(form);
        return back == null
                ? url(created)
                : UriComponentsBuilder.fromUriString(back)
                        .replaceQueryParam("segment", created.value())
                        .toUriString();
    }

    private static @Nullable String back(Form form) {
        return form.filled(SegmentForm.BACK) && SeeOther.isLocal(form.value(SegmentForm.BACK))
                ? form.value(SegmentForm.BACK)
                : null;
    }

    /** The number of people while the form is filled in. */
    @GetMapping("/size")
    ModelAndView size(Form form, Words t) {
        long count = form.read(answers -> audience.count(forms.readCriteria(answers, t)));
        return PageView.fragment("directory/segment/size", t.say("segment.count", count));
    }

    /** The number of people of a segment in the list, which asks for it once the row is seen: a count reads everyone. */
    @GetMapping("/{id}/size")
    @Requires(SegmentPermissions.READ)
    ModelAndView size(@PathVariable SegmentId id, Words t) {
        long count = audience.count(segments.findById(id).chosen());
        return PageView.fragment("directory/segment/size", t.say("segment.count", count));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SegmentId id, Words t) {
        Segment segment = segments.findById(id);
        return formPage(segment, forms.open(segment), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable SegmentId id, Form form, Words t) {
        Segment segment = segments.findById(id);
        return form.submit(
                answers -> forms.read(answers, t),
                input -> segments.update(id, input.version(), input.name(), input.criteria()),
                SeeOther.to(url(id)).withNotice("segment.saved"),
                () -> formPage(segment, form, t));
    }

    private ModelAndView formPage(@Nullable Segment segment, Form form, Words t) {
        String url = segment == null ? Objects.requireNonNullElse(back(form), PATH) : url(segment.typedId());
        return PageView.of(
                "directory/segment/form",
                new SegmentFormPage(
                        form,
                        segment == null ? PATH + "/new" : url + "/edit",
                        url,
                        segment == null ? null : segment.name(),
                        forms.fields(t)));
    }

    @GetMapping("/{id}")
    @Requires(SegmentPermissions.READ)
    ModelAndView show(
            @PathVariable SegmentId id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean function,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable UUID mailing,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(required = false) @Nullable AudienceExclusion reason,
            Words t) {
        Segment segment = segments.findById(id);
        LocalDate day = DateReader.read(on).orElse(null);
        AudienceQuestion question =
                new AudienceQuestion(id, Purpose.NEWS, function, Objects.requireNonNullElse(mailing, id.value()), day);
        long count = audience.count(segment.chosen());
        PersonId from = after == null ? null : new PersonId(after);
        ExcludedPeople excluded = reason == null ? null : audience.findExcluded(question, reason, from, SHOWN);
        List<AudiencePerson> people = excluded == null ? audience.findNext(question, from, SHOWN) : excluded.people();
        PersonId last = excluded != null
                ? excluded.last()
                : people.size() < SHOWN ? null : people.get(SHOWN - 1).person();
        String asked = (mailing == null ? "" : "&mailing=" + mailing) + (day == null ? "" : "&on=" + day);
        String here = url(id) + "?function=" + function + asked;
        String chosen = here + (reason == null ? "" : "&reason=" + reason);
        return PageView.of(
                "directory/segment/show",
                new SegmentPage(
                        url(id),
                        segment.name(),
                        forms.describe(segment.chosen(), t),
                        t.say("segment.count", count) + (day == null ? "" : " · " + t.date(day)),
                        all || count <= COUNTED_AT_ONCE ? summary(audience.summarize(question), here, t) : null,
                        List.of(
                                new Tab(t.say("segment.letter.any"), url(id) + "?function=false" + asked, !function),
                                new Tab(
                                        t.say("segment.letter.function"),
                                        url(id) + "?function=true" + asked,
                                        function)),
                        here,
                        reason == null ? null : t.say(reason.key()),
                        people.stream().map(each -> row(each, t)).toList(),
                        last == null ? null : chosen + "&after=" + last.value(),
                        mayEdit()));
    }

    private static SummaryPart summary(AudienceSummary summary, String here, Words t) {
        return new SummaryPart(
                t.say("segment.allowed", summary.allowed()),
                summary.exclusions().entrySet().stream()
                        .map(each -> new ExclusionRow(
                                here + "&reason=" + each.getKey(),
                                t.say("segment.count", each.getValue()),
                                t.say(each.getKey().key()),
                                t.say(each.getKey().wayKey())))
                        .toList());
    }

    private static PersonRow row(AudiencePerson each, Words t) {
        AudienceExclusion exclusion = each.exclusion();
        return new PersonRow(
                PartyUrls.of(each.person()),
                each.name(),
                exclusion == null,
                exclusion == null ? basis(each, t) : t.say(exclusion.key()));
    }

    private static String basis(AudiencePerson each, Words t) {
        if (each.basis() == null) {
            return t.say("segment.allowed.exempt");
        }
        String basis = t.say(each.basis().key());
        return each.until() == null ? basis : t.say("segment.allowed.until", basis, each.until());
    }

    private static boolean mayEdit() {
        return CurrentActor.get().may(SegmentPermissions.EDIT);
    }

    static String url(SegmentId id) {
        return PATH + "/" + id.value();
    }
}
