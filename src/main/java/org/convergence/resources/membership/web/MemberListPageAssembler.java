package org.convergence.resources.membership.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.Category;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountPolicy;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MemberAccountQueries;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.convergence.resources.membership.domain.MemberQueries.MemberRow;
import org.convergence.resources.membership.domain.StandingPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the list of members, as a page and as rows of a file. */
@Component
class MemberListPageAssembler {

    private static final int SHOWN = 100;

    private final MemberQueries memberQueries;
    private final CategoryService categories;
    private final HeadcountService headcounts;
    private final MemberAccountQueries memberAccounts;
    private final OrganisationSettings settings;

    MemberListPageAssembler(
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
    }

    /** The filter in the address; today by default. */
    MemberFilter readFilter(Form form, FormValues answers) {
        LocalDate on = answers.optionalDate("on");
        UUID category = answers.optionalId("category");
        return new MemberFilter(
                on == null ? settings.today() : on,
                category == null ? null : new CategoryId(category),
                TextNormalizer.fold(form.value("q")));
    }

    MemberListPage assemble(Form form, MemberFilter asked, Words t) {
        List<Category> all = categories.findAll();
        Map<CategoryId, Category> byId = byId(all);
        Map<CategoryId, Integer> counts = memberQueries.countByCategory(asked);
        int members = counts.values().stream().mapToInt(Integer::intValue).sum();
        ListSlice<MemberRow> slice = ListSlice.of(
                memberQueries.findPage(asked, form.filled("after") ? form.value("after") : null, SHOWN + 1),
                SHOWN,
                MemberRow::position);
        Map<OrganisationId, HeadcountPolicy.EffectiveHeadcount> used = used(asked.day(), slice.rows());
        Map<Party, MemberAccount> accounts = accounts(asked.day(), slice.rows());
        boolean kept = memberAccounts.isAvailable();
        PageAddress here = PageAddress.of(MembershipUrls.HOME)
                .with("q", form.value("q"))
                .with("category", form.value("category"))
                .with("on", form.value("on"));
        String next = slice.next();
        return new MemberListPage(
                form,
                t.say("membership.count", members, t.date(asked.day())),
                all.stream().map(it -> Option.of(it.typedId(), it.label())).toList(),
                counts.entrySet().stream()
                        .map(each -> t.say("membership.tally", name(byId, each.getKey()), each.getValue()))
                        .toList(),
                slice.rows().stream()
                        .map(line -> row(line, byId, used, t)
                                .withAccount(
                                        kept
                                                ? StandingFormatter.formatStanding(
                                                        accounts.get(line.member()), asked.day(), t)
                                                : null,
                                        kept ? StandingFormatter.formatPayment(accounts.get(line.member()), t) : null))
                        .toList(),
                seesHeadcounts(),
                kept,
                new MemberListPage.MemberListFiles(
                        here.at(MembershipUrls.HOME + "/export.csv").toString(),
                        here.at(MembershipUrls.HOME + "/export.xlsx").toString()),
                form.filled("after") ? here.toString() : null,
                next == null ? null : here.with("after", next).toString(),
                CurrentActor.get().may(MembershipPermissions.ADMIT),
                all.isEmpty());
    }

    private static MemberListPage.MemberListRow row(
            MemberRow line,
            Map<CategoryId, Category> byId,
            Map<OrganisationId, HeadcountPolicy.EffectiveHeadcount> used,
            Words t) {
        HeadcountPolicy.EffectiveHeadcount known =
                line.member() instanceof OrganisationId organisation ? used.get(organisation) : null;
        return new MemberListPage.MemberListRow(
                line.name(),
                line.shortName() == null ? "" : line.shortName(),
                PartyUrls.of(line.member()),
                name(byId, line.category()),
                t.date(line.since()),
                known == null ? "" : t.number(known.headcount().facts().number()),
                known != null && known.carriedOver(),
                null,
                null);
    }

    private Map<Party, MemberAccount> accounts(LocalDate day, List<MemberRow> lines) {
        return memberAccounts.findAccounts(
                day, lines.stream().map(MemberRow::member).toList());
    }

    private Map<OrganisationId, HeadcountPolicy.EffectiveHeadcount> used(LocalDate day, List<MemberRow> lines) {
        if (!seesHeadcounts()) {
            return Map.of();
        }
        List<OrganisationId> organisations = lines.stream()
                .map(MemberRow::member)
                .filter(OrganisationId.class::isInstance)
                .map(OrganisationId.class::cast)
                .toList();
        return headcounts.findEffective(day, organisations);
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

    /** The column titles of the file. */
    List<String> head(Words t) {
        List<String> head = new ArrayList<>(List.of(
                t.say("membership.field.name"),
                t.say("membership.field.short_name"),
                t.say("membership.field.category"),
                t.say("membership.field.since")));
        if (seesHeadcounts()) {
            head.add(t.say("membership.field.headcount"));
            head.add(t.say("membership.field.counted_on"));
        }
        if (memberAccounts.isAvailable()) {
            head.add(t.say("membership.fact.standing"));
            head.add(t.say("membership.field.overdue_since"));
            head.add(t.say("membership.field.paid_on"));
        }
        return head;
    }

    /** The rows of the file, read a hundred at a time. */
    Iterator<List<@Nullable Object>> rows(MemberFilter asked, Words t) {
        Map<CategoryId, Category> byId = byId(categories.findAll());
        boolean kept = memberAccounts.isAvailable();
        return new Iterator<>() {

            private Iterator<List<@Nullable Object>> ready =
                    List.<List<@Nullable Object>>of().iterator();
            private @Nullable String after = "";

            @Override
            public boolean hasNext() {
                if (!ready.hasNext() && after != null) {
                    ListSlice<MemberRow> slice =
                            ListSlice.of(memberQueries.findPage(asked, after, SHOWN + 1), SHOWN, MemberRow::position);
                    Map<OrganisationId, HeadcountPolicy.EffectiveHeadcount> used = used(asked.day(), slice.rows());
                    Map<Party, MemberAccount> accounts = accounts(asked.day(), slice.rows());
                    ready = slice.rows().stream()
                            .map(line -> {
                                List<@Nullable Object> cells = cells(line, byId, used);
                                if (kept) {
                                    add(cells, accounts.get(line.member()), asked.day(), t);
                                }
                                return cells;
                            })
                            .toList()
                            .iterator();
                    after = slice.next();
                }
                return ready.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ready.next();
            }
        };
    }

    private static List<@Nullable Object> cells(
            MemberRow line,
            Map<CategoryId, Category> byId,
            Map<OrganisationId, HeadcountPolicy.EffectiveHeadcount> used) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(line.name());
        cells.add(line.shortName());
        cells.add(name(byId, line.category()));
        cells.add(line.since());
        if (seesHeadcounts()) {
            HeadcountPolicy.EffectiveHeadcount known =
                    line.member() instanceof OrganisationId organisation ? used.get(organisation) : null;
            cells.add(known == null ? null : known.headcount().facts().number());
            cells.add(known == null ? null : known.headcount().facts().countedOn());
        }
        return cells;
    }

    private static void add(List<@Nullable Object> cells, @Nullable MemberAccount account, LocalDate day, Words t) {
        cells.add(t.say(StandingPolicy.evaluate(account, day).key()));
        cells.add(account == null ? null : account.overdueSince());
        cells.add(account == null ? null : account.paidOn());
    }
}
