package org.convergence.resources.membership.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Category;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountPolicy.EffectiveHeadcount;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MemberAccountQueries;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.convergence.resources.membership.domain.MemberQueries.MemberRow;
import org.convergence.resources.membership.domain.StandingPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of members, as a page and as a file. */
@Controller
@RequestMapping("/resources/membership")
@Requires(MembershipPermissions.READ)
class MemberListController {

    private final MemberQueries memberQueries;
    private final CategoryService categories;
    private final HeadcountService headcounts;
    private final MemberAccountQueries memberAccounts;
    private final OrganisationSettings settings;
    private final ListView<MemberFilter, MemberRow> view;

    MemberListController(
            MemberQueries memberQueries,
            CategoryService categories,
            HeadcountService headcounts,
            MemberAccountQueries memberAccounts,
            OrganisationSettings settings) {
        this.memberQueries = memberQueries;
        this.categories = categories;
        this.headcounts = headcounts;
        this.memberAccounts = memberAccounts;
        this.settings = settings;
        this.view = new ListView<>(
                MemberListPage.LIST,
                "resources/membership/members",
                null,
                FormFields.of(
                        MemberListPage.WORDS.from(MemberFilter::name),
                        MemberListPage.CATEGORY.from(MemberFilter::category),
                        MemberListPage.ON.from(MemberFilter::day).asTab()),
                answers -> MemberListPage.filter(answers, settings.today()),
                List.of());
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return view.page(
                form,
                t,
                request -> ListPage.uncounted(memberQueries.findSlice(request)),
                (rows, frame) -> page(rows, frame, t));
    }

    private MemberListPage page(List<MemberRow> rows, ListFrame frame, Words t) {
        MemberFilter filter = frame.form().problems().isEmpty()
                ? frame.form().read(view.filter())
                : MemberFilter.all(settings.today());
        List<Category> all = categories.findAll();
        Map<CategoryId, Category> byId = byId(all);
        Map<CategoryId, Integer> counts = memberQueries.countByCategory(filter);
        int members = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<OrganisationId, EffectiveHeadcount> used = used(filter.day(), rows);
        Map<Party, MemberAccount> accounts = accounts(filter.day(), rows);
        return new MemberListPage(
                frame,
                t.say("membership.count", members, t.date(filter.day())),
                all.stream().map(it -> Option.of(it.typedId(), it.label())).toList(),
                counts.entrySet().stream()
                        .map(each -> t.say("membership.tally", name(byId, each.getKey()), each.getValue()))
                        .toList(),
                rows.stream()
                        .map(it -> row(it, byId, used, accounts.get(it.member()), filter.day(), t))
                        .toList(),
                seesHeadcounts(),
                memberAccounts.isAvailable(),
                CurrentActor.get().may(MembershipPermissions.ADMIT),
                CurrentActor.get().may(ConsentPermissions.RECORD),
                all.isEmpty());
    }

    private MemberListPage.MemberListRow row(
            MemberRow it,
            Map<CategoryId, Category> byId,
            Map<OrganisationId, EffectiveHeadcount> used,
            @Nullable MemberAccount account,
            LocalDate day,
            Words t) {
        EffectiveHeadcount known = headcount(it, used);
        boolean kept = memberAccounts.isAvailable();
        return new MemberListPage.MemberListRow(
                it.name(),
                it.shortName() == null ? "" : it.shortName(),
                PartyUrls.of(it.member()),
                name(byId, it.category()),
                t.date(it.since()),
                known == null ? "" : t.number(known.headcount().facts().number()),
                known != null && known.carriedOver(),
                kept ? StandingFormatter.formatStanding(account, day, t) : null,
                kept ? StandingFormatter.formatPayment(account, t) : null);
    }

    private Map<Party, MemberAccount> accounts(LocalDate day, List<MemberRow> rows) {
        return memberAccounts.findAccounts(
                day, rows.stream().map(MemberRow::member).toList());
    }

    private Map<OrganisationId, EffectiveHeadcount> used(LocalDate day, List<MemberRow> rows) {
        return seesHeadcounts()
                ? headcounts.findEffective(
                        day,
                        rows.stream()
                                .flatMap(it -> Stream.ofNullable(it.organisation()))
                                .toList())
                : Map.of();
    }

    private static @Nullable EffectiveHeadcount headcount(MemberRow row, Map<OrganisationId, EffectiveHeadcount> used) {
        OrganisationId organisation = row.organisation();
        return organisation == null ? null : used.get(organisation);
    }

    static boolean seesHeadcounts() {
        return CurrentActor.get().may(MembershipPermissions.READ_HEADCOUNTS);
    }

    private static Map<CategoryId, Category> byId(List<Category> all) {
        return all.stream().collect(Collectors.toMap(Category::typedId, it -> it));
    }

    private static String name(Map<CategoryId, Category> byId, CategoryId id) {
        Category category = byId.get(id);
        return category == null ? "" : category.name();
    }

    /** Exports the filtered list: some hundred members, which are all read. */
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        MemberFilter filter = form.read(view.filter());
        List<MemberRow> rows = memberQueries.findAll(filter);
        String title = t.say("membership.menu");
        ListView.write(
                format,
                Slug.of(title) + "-" + filter.day(),
                title,
                columns(filter.day(), rows),
                rows.iterator(),
                t,
                response);
    }

    private List<ListColumn<MemberRow>> columns(LocalDate day, List<MemberRow> rows) {
        Map<CategoryId, Category> byId = byId(categories.findAll());
        List<ListColumn<MemberRow>> columns = new ArrayList<>(List.of(
                ListColumn.of("membership.field.name", MemberRow::name),
                ListColumn.of("membership.field.short_name", MemberRow::shortName),
                ListColumn.of("membership.field.category", it -> name(byId, it.category())),
                ListColumn.of("membership.field.since", MemberRow::since)));
        if (seesHeadcounts()) {
            Map<OrganisationId, EffectiveHeadcount> used = used(day, rows);
            columns.add(headcountColumn("membership.field.headcount", used, HeadcountFacts::number));
            columns.add(headcountColumn("membership.field.counted_on", used, HeadcountFacts::countedOn));
        }
        if (memberAccounts.isAvailable()) {
            Map<Party, MemberAccount> accounts = accounts(day, rows);
            columns.add(ListColumn.formatted(
                    "membership.fact.standing",
                    (it, t) -> t.say(StandingPolicy.evaluate(accounts.get(it.member()), day)
                            .key())));
            columns.add(accountColumn("membership.field.overdue_since", accounts, MemberAccount::overdueSince));
            columns.add(accountColumn("membership.field.paid_on", accounts, MemberAccount::paidOn));
        }
        return columns;
    }

    private static ListColumn<MemberRow> headcountColumn(
            String label, Map<OrganisationId, EffectiveHeadcount> used, Function<HeadcountFacts, Object> value) {
        return ListColumn.of(label, it -> {
            EffectiveHeadcount known = headcount(it, used);
            return known == null ? null : value.apply(known.headcount().facts());
        });
    }

    private static ListColumn<MemberRow> accountColumn(
            String label, Map<Party, MemberAccount> accounts, Function<MemberAccount, @Nullable LocalDate> value) {
        return ListColumn.of(label, it -> {
            MemberAccount account = accounts.get(it.member());
            return account == null ? null : value.apply(account);
        });
    }
}
