package org.convergence.directory.people.web;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.merging.AliasRepository;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The section of a party's page with the records merged into it, and the action that separates them. */
@Component
@Order(97)
@Requires(PeoplePermissions.EDIT)
public record MergedRecordsSection(AliasRepository aliases, OrganisationSettings settings, PageParts parts)
        implements PartySection {

    @Override
    public Optional<PageSection> show(Party kept, Words t) {
        List<MergedRecordsPart.MergedRecordRow> records = aliases.findMergedInto(kept).stream()
                .map(each -> new MergedRecordsPart.MergedRecordRow(
                        each.name(),
                        t.say(
                                "people.replaced.detail",
                                each.at().atZone(settings.current().zone()).toLocalDate(),
                                each.who()),
                        each.last() ? "/directory/people/replaced/" + each.id() + "/undo" : null))
                .toList();
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new PageSection(
                        t.say("people.replaced"),
                        parts.render("directory/people/replaced-part", t, new MergedRecordsPart(records))));
    }

    /** The records merged into this one that can still be separated. */
    public record MergedRecordsPart(List<MergedRecordRow> records) {

        /**
         * A merged record.
         *
         * @param detail the day of the merge, and the account that made it
         * @param undo the action that separates it; {@code null} where a later one must go first
         */
        public record MergedRecordRow(
                String name, String detail, @Nullable String undo) {}
    }
}
