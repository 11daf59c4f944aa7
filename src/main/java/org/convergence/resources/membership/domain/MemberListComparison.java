package org.convergence.resources.membership.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.MemberListComparison.KnownMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the lines of a list of members with the members of today. */
@Component
record MemberListComparison(HeadcountService headcounts, OrganisationSettings settings, JdbcClient db) {

    /** A member of today, as the directory and this module know it. */
    record KnownMember(@Nullable UUID category, @Nullable Integer headcount) {}

    /** The expected result of a line, of which the organisation is assessed. */
    ImportLineResult assess(
            MemberImportRow read, ImportLineResult organisation, List<Category> all, @Nullable KnownMember known) {
        List<ImportRemark> remarks = new ArrayList<>(organisation.remarks());
        remarks.addAll(read.remarks());
        ImportOutcome outcome = organisation.outcome();
        Optional<Category> category = findCategory(read.category(), all);
        if (outcome == ImportOutcome.ASIDE) {
            return new ImportLineResult(organisation.number(), organisation.name(), outcome, remarks);
        }
        if (known != null && known.category() != null) {
            boolean other = category.isPresent() && !category.get().id().equals(known.category());
            if (other) {
                remarks.add(ImportRemark.of("membership.import.other-category"));
            }
            boolean counted = read.headcount() != null && !read.headcount().equals(known.headcount());
            outcome = counted && outcome == ImportOutcome.SAME ? ImportOutcome.CHANGED : outcome;
        } else if (category.isEmpty() && read.category().isEmpty()) {
            remarks.add(ImportRemark.of("membership.import.no-category"));
            outcome = ImportOutcome.ASIDE;
        } else {
            if (category.isEmpty()) {
                remarks.add(ImportRemark.of("membership.import.new-category", read.category()));
            }
            if (read.since() == null) {
                remarks.add(ImportRemark.of("membership.import.since-today"));
            }
            outcome = ImportOutcome.CREATED;
        }
        return new ImportLineResult(organisation.number(), organisation.name(), outcome, remarks);
    }

    /** The result of a line with what is to say of its contact; a new contact is a change. */
    static ImportLineResult withContact(ImportLineResult line, @Nullable ImportLineResult contact) {
        if (contact == null || line.outcome() == ImportOutcome.ASIDE) {
            return line;
        }
        List<ImportRemark> remarks = new ArrayList<>(line.remarks());
        remarks.addAll(contact.remarks());
        boolean changes = contact.outcome() == ImportOutcome.CREATED || contact.outcome() == ImportOutcome.CHANGED;
        return new ImportLineResult(
                line.number(),
                line.name(),
                changes && line.outcome() == ImportOutcome.SAME ? ImportOutcome.CHANGED : line.outcome(),
                remarks);
    }

    /** The category with this code or name; without either, the only one for organisations. */
    static Optional<Category> findCategory(String written, List<Category> all) {
        String folded = TextNormalizer.fold(written);
        List<Category> found = all.stream()
                .filter(each -> each.kind() == MemberKind.ORGANISATION)
                .filter(each -> written.isEmpty()
                        || Stream.of(each.code(), each.name(), each.label())
                                .anyMatch(name -> TextNormalizer.fold(name).equals(folded)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What is known of these organisations today. */
    Map<UUID, KnownMember> findMembers(List<UUID> ids) {
        List<OrganisationId> organisationIds =
                ids.stream().map(OrganisationId::new).toList();
        Map<UUID, UUID> categoryOf = new HashMap<>();
        db.sql("""
                        SELECT organisation, category FROM resources.membership
                        WHERE organisation = ANY (:ids) AND (until IS NULL OR until >= :today) ORDER BY since DESC
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", settings.today())
                .query((row, n) -> categoryOf.put(
                        row.getObject("organisation", UUID.class), row.getObject("category", UUID.class)))
                .list();
        Map<UUID, KnownMember> members = new HashMap<>();
        var counts = headcounts.findEffective(settings.today(), organisationIds);
        organisationIds.forEach(id -> {
            var count = counts.get(id);
            members.put(
                    id.value(),
                    new KnownMember(
                            categoryOf.get(id.value()),
                            count == null ? null : count.headcount().facts().number()));
        });
        return members;
    }
}
