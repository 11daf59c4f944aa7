package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.imports.ExactMatchQueries;
import org.convergence.directory.people.domain.imports.ListImportColumn;
import org.convergence.directory.people.domain.imports.ListImportKind;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.domain.BillingContactService.BillingContactSetting;
import org.convergence.resources.membership.domain.MemberListComparison.KnownMember;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Imports the organisations that are members from one file: the organisation, its category, the day of its admission, its
 * headcount, and its contact, who then receives letters about dues. Organisations and people are recognised and entered as
 * in the directory's own lists.
 */
@Component
@Requires(MembershipPermissions.ADMIT)
@ImportedList(name = "membership.members", key = "membership.import", label = "membership.menu")
public class MemberImportKind implements ImportKind {

    private final ListImportKind organisations;
    private final ListImportKind persons;
    private final ExactMatchQueries directory;
    private final CategoryService categories;
    private final AdmissionService admission;
    private final HeadcountService headcounts;
    private final BillingContactService billing;
    private final MemberListComparison comparison;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    MemberImportKind(
            List<ListImportKind> lists,
            ExactMatchQueries directory,
            CategoryService categories,
            AdmissionService admission,
            HeadcountService headcounts,
            BillingContactService billing,
            MemberListComparison comparison,
            OrganisationSettings settings,
            JdbcClient db) {
        this.organisations = list(lists, ImportSubject.ORGANISATIONS);
        this.persons = list(lists, ImportSubject.PERSONS);
        this.directory = directory;
        this.categories = categories;
        this.admission = admission;
        this.headcounts = headcounts;
        this.billing = billing;
        this.comparison = comparison;
        this.settings = settings;
        this.db = db;
    }

    private static ListImportKind list(List<ListImportKind> lists, ImportSubject subject) {
        return lists.stream()
                .filter(each -> each.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    /** The kinds of record that a line creates, beside those of the directory. */
    public enum ImportedMemberType {
        CATEGORY,
        MEMBERSHIP,
        HEADCOUNT,
        BILLING
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Stream.concat(Arrays.stream(MemberColumn.values()), organisations.columns().stream())
                .toList();
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(ListImportColumn.NAME);
    }

    @Override
    public Json choices(Words t) {
        return persons.choices(t);
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return new MemberImportProcessor(organisations.begin(choices), persons.begin(choices));
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        Optional<ImportedMemberType> type = Arrays.stream(ImportedMemberType.values())
                .filter(each -> each.name().equals(made.thing()))
                .findFirst();
        if (type.isEmpty()) {
            organisations.takeBack(made, file);
            return;
        }
        switch (type.get()) {
            case CATEGORY -> categories.delete(new CategoryId(made.id()), made.after());
            case MEMBERSHIP -> admission.undo(new MembershipId(made.id()), made.after());
            case HEADCOUNT -> headcounts.undo(new HeadcountId(made.id()));
            case BILLING -> billing.undo(new OrganisationId(made.id()), made.before() != null, made.after());
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>(organisations.names(ids));
        db.sql("""
                        SELECT m.id, o.name FROM resources.membership m
                        JOIN directory.people_organisation_name o ON o.id = m.organisation WHERE m.id = ANY (:ids)
                        UNION ALL SELECT h.id, o.name FROM resources.membership_headcount h
                        JOIN directory.people_organisation_name o ON o.id = h.organisation WHERE h.id = ANY (:ids)
                        UNION ALL SELECT id, name FROM resources.membership_category WHERE id = ANY (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) ->
                        names.put(row.getObject("id", UUID.class), Objects.requireNonNull(row.getString("name"))))
                .list();
        return names;
    }

    private final class MemberImportProcessor implements ImportProcessor {

        private final ImportProcessor organisationLines;
        private final ImportProcessor contactLines;

        MemberImportProcessor(ImportProcessor organisationLines, ImportProcessor contactLines) {
            this.organisationLines = organisationLines;
            this.contactLines = contactLines;
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            List<MemberImportRow> read =
                    rows.stream().map(MemberImportRow::read).toList();
            List<ImportLineResult> entered = organisationLines.assess(rows);
            Map<Integer, ImportLineResult> contacts = assessContacts(rows);
            Map<String, List<UUID>> ids = directory.findOrganisationsByName(
                    read.stream().map(MemberImportRow::organisation).toList());
            Map<UUID, KnownMember> members = comparison.findMembers(
                    ids.values().stream().flatMap(List::stream).toList());
            List<Category> all = categories.findAll();
            List<ImportLineResult> results = new ArrayList<>();
            for (int at = 0; at < read.size(); at++) {
                List<UUID> found = ids.getOrDefault(read.get(at).organisation(), List.of());
                results.add(MemberListComparison.withContact(
                        comparison.assess(
                                read.get(at), entered.get(at), all, found.isEmpty() ? null : members.get(found.get(0))),
                        contacts.get(rows.get(at).number())));
            }
            return results;
        }

        /** The expected results of the lines that name a contact, by number. */
        private Map<Integer, ImportLineResult> assessContacts(List<ImportRow> rows) {
            List<ImportRow> named = rows.stream()
                    .flatMap(row -> MemberImportRow.contact(row).stream())
                    .toList();
            return contactLines.assess(named).stream()
                    .collect(Collectors.toMap(ImportLineResult::number, result -> result));
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            MemberImportRow read = MemberImportRow.read(row);
            ImportLineResult expected = assess(List.of(row)).get(0);
            if (expected.outcome() == ImportOutcome.ASIDE) {
                return expected;
            }
            String name = organisationLines.enter(row, ledger).name();
            OrganisationId organisation =
                    directory.findOrganisationsByName(List.of(name)).getOrDefault(name, List.of()).stream()
                            .findFirst()
                            .map(OrganisationId::new)
                            .orElseThrow(() -> new Refused("membership.import.unreadable-name"));
            KnownMember known =
                    comparison.findMembers(List.of(organisation.value())).get(organisation.value());
            if (known == null || known.category() == null) {
                CategoryId category = findOrAdd(read.category(), ledger);
                LocalDate since = Objects.requireNonNullElse(read.since(), settings.today());
                ledger.recordCreated(
                        ImportedMemberType.MEMBERSHIP,
                        admission.admit(new MembershipFacts(organisation, category, since, null)));
            }
            if (read.headcount() != null && (known == null || !read.headcount().equals(known.headcount()))) {
                headcounts
                        .declareOnce(new HeadcountFacts(
                                organisation,
                                Objects.requireNonNullElse(read.countedOn(), settings.today()),
                                read.headcount(),
                                HeadcountStatus.DECLARED,
                                null,
                                null))
                        .ifPresent(id -> ledger.recordCreated(ImportedMemberType.HEADCOUNT, id));
            }
            MemberImportRow.contact(row).ifPresent(contact -> enterContact(organisation, contact, ledger));
            return expected;
        }

        /** Enters the contact, who receives letters about dues unless another person is named for that. */
        private void enterContact(OrganisationId organisation, ImportRow contact, ImportLedger ledger) {
            ImportLineResult entered = contactLines.enter(contact, ledger);
            BillingContactSetting setting = billing.findSetting(organisation);
            if (entered.outcome() == ImportOutcome.ASIDE || setting.person() != null) {
                return;
            }
            List<UUID> found =
                    directory.findPeopleByName(List.of(entered.name())).getOrDefault(entered.name(), List.of());
            directory.findFunctions(found).entrySet().stream()
                    .filter(each -> each.getValue().stream()
                            .anyMatch(held -> held.organisation().equals(organisation.value())))
                    .findFirst()
                    .ifPresent(each -> {
                        billing.setContact(
                                organisation, setting.version(), new PersonId(each.getKey()), setting.language());
                        if (setting.version() == 0) {
                            ledger.recordCreated(ImportedMemberType.BILLING, organisation);
                        } else {
                            ledger.recordChanged(ImportedMemberType.BILLING, organisation, setting.version());
                        }
                    });
        }
    }

    private CategoryId findOrAdd(String written, ImportLedger ledger) {
        Optional<Category> found = MemberListComparison.findCategory(written, categories.findAll());
        if (found.isPresent()) {
            return found.get().typedId();
        }
        CategoryId added = categories.add(new CategoryFacts(
                categories.findFreeCode(MemberImportRow.code(written)),
                written,
                MemberKind.ORGANISATION,
                null,
                null,
                null,
                null));
        ledger.recordCreated(ImportedMemberType.CATEGORY, added);
        return added;
    }
}
