package org.convergence.resources.gift.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.GiftDonorMatcher.DonorMatch;
import org.convergence.resources.gift.domain.GiftQueries.GiftPurpose;
import org.convergence.resources.gift.domain.GiftRepository.KnownGift;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Imports the gifts that Zeffy or another site received: donors are found or created, a campaign with the name of an
 * appeal or a fund goes to it, a monthly gift settles its month. The same list again changes nothing (R-GIFT-6).
 */
@Component
@Requires(GiftPermissions.RECORD)
@ImportedList(name = "gift.gifts", key = "gift.import", label = "gift.import.label")
public record GiftImportKind(
        GiftService gifts,
        GiftQueries queries,
        GiftRepository repository,
        GiftDonorMatcher donors,
        PeopleDirectory directory,
        PersonService persons,
        OrganisationService organisations,
        OrganisationSettings settings)
        implements ImportKind {

    /** The kinds of record that a line creates. */
    public enum ImportedGiftType {
        PERSON,
        ORGANISATION,
        GIFT
    }

    /** @param fund the fund of gifts whose campaign names none; {@code null} if they may serve anything */
    public record GiftImportSettings(@Nullable UUID fund) {}

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(GiftColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(GiftColumn.DAY, GiftColumn.AMOUNT);
    }

    @Override
    public List<@Nullable ImportColumn> recognise(List<String> head, List<List<String>> samples) {
        List<@Nullable ImportColumn> columns = ImportKind.super.recognise(head, samples);
        if (!columns.contains(GiftColumn.GIVEN_NAME)) {
            // Without a first name, a column called name holds both.
            columns.replaceAll(each -> each == GiftColumn.FAMILY_NAME ? GiftColumn.FULL_NAME : each);
        }
        return columns;
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return new GiftImportProcessor(choices.as(GiftImportSettings.class));
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        switch (ImportedGiftType.valueOf(made.thing())) {
            case PERSON -> persons.delete(new PersonId(made.id()), made.after());
            case ORGANISATION -> organisations.delete(new OrganisationId(made.id()), made.after());
            default -> gifts.undoImport(new GiftId(made.id()), made.after());
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>(repository.findLabels(ids));
        directory
                .personNames(ids.stream().map(PersonId::new).toList())
                .forEach((id, each) -> names.put(id.value(), each.name()));
        directory
                .organisationNames(ids.stream().map(OrganisationId::new).toList())
                .forEach((id, each) -> names.put(id.value(), each.name()));
        return names;
    }

    /** The amount and the day of each gift that can be read, by the number of its line. */
    public Map<Integer, String> describe(List<ImportRow> rows, Words t) {
        return rows.stream()
                .map(row -> GiftLine.read(row, new HashMap<>()))
                .filter(line -> line.lack() == null)
                .collect(Collectors.toMap(
                        GiftLine::number,
                        line -> t.say("gift.import.line", t.money(line.amount()), t.date(line.day()))));
    }

    /** Assesses lines in order, so that a line above is not counted again; enters them one by one. */
    private final class GiftImportProcessor implements ImportProcessor {

        private final GiftImportSettings chosen;
        private final Map<String, Integer> above = new HashMap<>();
        private final Map<String, FundId> purposes = new HashMap<>();

        GiftImportProcessor(GiftImportSettings chosen) {
            this.chosen = chosen;
            for (GiftPurpose each : queries.findPurposes(settings.today())) {
                purposes.putIfAbsent(TextNormalizer.fold(each.name()).strip(), each.fund());
            }
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            List<GiftLine> lines =
                    rows.stream().map(row -> GiftLine.read(row, above)).toList();
            Map<String, KnownGift> known = repository.findKnown(lines);
            Map<GiftLine, DonorMatch> matches = donors.find(lines);
            return lines.stream()
                    .map(line -> assess(line, known.get(line.reference()), match(matches, line)))
                    .toList();
        }

        private ImportLineResult assess(GiftLine line, @Nullable KnownGift known, DonorMatch donor) {
            List<ImportRemark> remarks = new ArrayList<>();
            if (line.lack() != null) {
                remarks.add(line.lack());
            } else if (known != null) {
                if (line.refunded()) {
                    remarks.add(ImportRemark.of("gift.import.refunded-since", known.number()));
                } else if (!known.amount().equals(line.amount())) {
                    remarks.add(ImportRemark.of("gift.import.other-amount", known.number(), known.amount()));
                } else {
                    return result(line, ImportOutcome.SAME, remarks);
                }
            } else if (line.refunded()) {
                remarks.add(ImportRemark.of("gift.import.refunded"));
            } else if (line.day().isAfter(settings.today())) {
                remarks.add(ImportRemark.of("gift.refused.future"));
            } else if (donor.lack() != null) {
                remarks.add(ImportRemark.of(donor.lack()));
            } else if (isNewcomer(line, donor) && !CurrentActor.get().may(PeoplePermissions.EDIT)) {
                remarks.add(ImportRemark.of("gift.import.no-right"));
            } else {
                if (donor.remark() != null) {
                    remarks.add(ImportRemark.of(donor.remark()));
                }
                if (!line.campaign().isEmpty() && findFund(line) == null) {
                    remarks.add(ImportRemark.of("gift.import.campaign", line.campaign()));
                }
                return result(line, ImportOutcome.CREATED, remarks);
            }
            return result(line, ImportOutcome.ASIDE, remarks);
        }

        private static DonorMatch match(Map<GiftLine, DonorMatch> matches, GiftLine line) {
            return Objects.requireNonNull(matches.get(line));
        }

        private static ImportLineResult result(GiftLine line, ImportOutcome outcome, List<ImportRemark> remarks) {
            return new ImportLineResult(line.number(), line.label(), outcome, remarks);
        }

        private static boolean isNewcomer(GiftLine line, DonorMatch donor) {
            return donor.party() == null && !line.label().isEmpty();
        }

        private @Nullable FundId findFund(GiftLine line) {
            FundId named = purposes.get(TextNormalizer.fold(line.campaign()).strip());
            return named != null || chosen.fund() == null ? named : new FundId(chosen.fund());
        }

        @Override
        public void passOver(List<ImportRow> entered) {
            entered.forEach(row -> GiftLine.read(row, above));
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            repository.lockNumbers();
            GiftLine line = GiftLine.read(row, above);
            DonorMatch donor = match(donors.find(List.of(line)), line);
            KnownGift known = repository.findKnown(List.of(line)).get(line.reference());
            ImportLineResult result = assess(line, known, donor);
            if (result.outcome() == ImportOutcome.CREATED) {
                Party party = isNewcomer(line, donor) ? create(line, ledger) : donor.party();
                GiftFacts facts = new GiftFacts(
                        party, line.day(), line.amount(), line.method(), line.reference(), "", "", findFund(line));
                GiftOrigin origin = party == null ? GiftOrigin.ONCE : repository.findAwaited(party, facts);
                ledger.recordCreated(ImportedGiftType.GIFT, gifts.record(facts, origin));
            }
            return result;
        }
    }

    private Party create(GiftLine line, ImportLedger ledger) {
        List<ContactPoint> mails = ContactPoint.read(line.mail(), ContactSphere.PERSONAL, null).stream()
                .toList();
        if (line.organisation().isEmpty()) {
            PersonId person =
                    persons.create(new PersonFacts(line.given(), line.family(), null, null, List.of(), mails, null));
            ledger.recordCreated(ImportedGiftType.PERSON, person);
            return person;
        }
        OrganisationId organisation = organisations.create(OrganisationFacts.named(line.organisation()));
        ledger.recordCreated(ImportedGiftType.ORGANISATION, organisation);
        return organisation;
    }
}
