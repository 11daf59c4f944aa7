package org.convergence.directory.theme.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.convergence.directory.theme.ThemeId;
import org.convergence.directory.theme.ThemePermissions;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.directory.theme.ThemeSection.ThemeRow;
import org.convergence.directory.theme.domain.ThemeQueries;
import org.convergence.directory.theme.domain.ThemeQueries.ThemeContent;
import org.convergence.directory.theme.domain.ThemeQueries.ThemeRecord;
import org.convergence.directory.theme.domain.ThemeService;
import org.convergence.directory.theme.web.ThemeForm.ThemeInput;
import org.convergence.directory.theme.web.ThemePage.ThemeFormPage;
import org.convergence.directory.theme.web.ThemePage.ThemeItem;
import org.convergence.directory.theme.web.ThemePage.ThemeLinePart;
import org.convergence.directory.theme.web.ThemePage.ThemeListPage;
import org.convergence.directory.theme.web.ThemePage.ThemePart;
import org.convergence.directory.theme.web.ThemePage.ThemeSource;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of dossiers, the page of each, and its form. */
@Controller
@RequestMapping("/directory/theme")
@Requires(ThemePermissions.EDIT)
record ThemeController(ThemeQueries queries, ThemeService service, OrganisationSettings settings) {

    @Bean
    static MenuEntry themeMenuEntry() {
        return MenuEntry.of("theme.menu", ThemePage.LIST).requiring(ThemePermissions.READ);
    }

    /** Dossiers in the global search, by name or words. */
    @Bean
    static SearchSource themeSearch(ThemeQueries queries) {
        return new SearchSource(
                "theme.menu",
                58,
                ThemePermissions.READ,
                "directory.theme",
                null,
                (query, limit, t) -> queries.search(query, limit).stream()
                        .map(row -> new SearchHit(row.name(), revised(row, t), ThemePage.url(row.id())))
                        .toList());
    }

    @GetMapping
    @Requires(ThemePermissions.READ)
    ModelAndView list(Words t) {
        return PageView.of(
                "directory/theme/themes",
                new ThemeListPage(
                        queries.findAll().stream()
                                .map(row -> new ThemeItem(
                                        ThemePage.url(row.id()), row.name(), revised(row, t), isStale(row)))
                                .toList(),
                        CurrentActor.get().may(ThemePermissions.EDIT)));
    }

    private static String revised(ThemeRecord row, Words t) {
        return row.revisedOn() == null ? t.say("theme.unwritten") : t.say("theme.revised", row.revisedOn());
    }

    private boolean isStale(ThemeRecord row) {
        return row.revisedOn() != null
                && row.revisedOn().isBefore(settings.today().minusYears(1));
    }

    @GetMapping("/{id}")
    @Requires(ThemePermissions.READ)
    ModelAndView show(@PathVariable ThemeId id, Words t) {
        ThemeRecord it = queries.findById(id);
        LocalDate today = settings.today();
        LocalDate since = today.minusYears(1);
        List<ThemeContent> contents = queries.findContents(it, since);
        List<String> counts = contents.stream()
                .filter(each -> each.added() > 0)
                .map(each -> t.say("theme.year.count", t.say(each.section().title()), each.added()))
                .toList();
        return PageView.of(
                "directory/theme/theme",
                new ThemePage(
                        ThemePage.url(id),
                        it.name(),
                        it.words().isEmpty() ? it.name() : it.name() + ", " + it.words(),
                        it.known().isEmpty() ? null : it.known(),
                        it.known().isEmpty() ? "" : revised(it, t),
                        isStale(it),
                        it.sources()
                                .lines()
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .map(ThemeController::source)
                                .toList(),
                        t.say("theme.year", since),
                        counts.isEmpty() ? null : String.join(" · ", counts),
                        year(contents, since, today, t),
                        contents.stream().map(each -> part(each, t)).toList(),
                        CurrentActor.get().may(ThemePermissions.EDIT)));
    }

    private static ThemeSource source(String line) {
        return new ThemeSource(line, line.matches("https?://[^\\s<>\"]+") ? line : null);
    }

    private record DatedRow(LocalDate day, ThemeSection section, ThemeRow row) {}

    /** The latest of all sections; each section gives as many rows as are shown, so that none is missed. */
    private static List<ThemeLinePart> year(List<ThemeContent> contents, LocalDate since, LocalDate today, Words t) {
        return contents.stream()
                .flatMap(content -> content.rows().stream()
                        .filter(row -> row.day() != null
                                && !row.day().isBefore(since)
                                && !row.day().isAfter(today))
                        .map(row -> new DatedRow(row.day(), content.section(), row)))
                .sorted(Comparator.comparing(DatedRow::day).reversed())
                .limit(ThemeQueries.MOST_LINES)
                .map(each -> {
                    ThemeLine line = each.section().formatter().format(each.row(), t);
                    return new ThemeLinePart(
                            line.url(), line.what(), t.say(each.section().title()) + " · " + t.date(each.day()));
                })
                .toList();
    }

    private static ThemePart part(ThemeContent content, Words t) {
        ThemeSection section = content.section();
        return new ThemePart(
                t.say(section.title()),
                content.rows().stream()
                        .map(row -> {
                            ThemeLine line = section.formatter().format(row, t);
                            String day = row.day() == null ? "" : t.date(row.day());
                            return new ThemeLinePart(
                                    line.url(),
                                    line.what(),
                                    line.detail().isEmpty() || day.isEmpty()
                                            ? line.detail() + day
                                            : line.detail() + " · " + day);
                        })
                        .toList(),
                section.list(),
                content.total() > content.rows().size() ? t.say("theme.more", content.total()) : null);
    }

    @GetMapping("/new")
    ModelAndView open() {
        return formPage(null, Form.blank().with(ThemeForm.REVISED.name(), settings.today()));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(ThemeForm::read, facts -> saved(service.save(null, 0, facts)), () -> formPage(null, form));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ThemeId id) {
        ThemeRecord it = queries.findById(id);
        return formPage(it, ThemeForm.open(it));
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ThemeId id, Form form) {
        return form.submit(
                answers -> new ThemeInput(answers.version(), ThemeForm.read(answers)),
                input -> saved(service.save(id, input.version(), input.facts())),
                () -> formPage(queries.findById(id), form));
    }

    private static ModelAndView saved(ThemeId id) {
        return SeeOther.to(ThemePage.url(id)).withNotice("theme.saved");
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(@PathVariable ThemeId id, Form form) {
        ThemeRecord it = queries.findById(id);
        return form.submit(
                FormValues::version,
                version -> service.delete(id, version),
                SeeOther.to(ThemePage.LIST).withNotice("theme.deleted"),
                () -> formPage(it, ThemeForm.open(it).refuse("shell.form.conflict_alone")));
    }

    private static ModelAndView formPage(@Nullable ThemeRecord it, Form form) {
        String url = it == null ? ThemePage.LIST : ThemePage.url(it.id());
        return PageView.of(
                "directory/theme/theme-form",
                new ThemeFormPage(
                        it == null ? "theme.new" : "theme.edit",
                        it == null ? null : it.name(),
                        url + (it == null ? "/new" : "/edit"),
                        url,
                        it == null ? null : url + "/delete",
                        form));
    }
}
