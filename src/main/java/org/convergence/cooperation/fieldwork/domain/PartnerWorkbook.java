package org.convergence.cooperation.fieldwork.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * A workbook that a partner fills in, its own or ours: the rows of one sheet tell one kind of entry.
 *
 * @param isOurs whether we made it
 * @param columns the meaning of its columns by their folded titles; empty before it is mapped
 */
public record PartnerWorkbook(
        UUID workbook,
        UUID organisation,
        PartnerEntryKind kind,
        String name,
        boolean isOurs,
        Map<String, String> columns) {

    public PartnerWorkbook {
        columns = Map.copyOf(columns);
    }

    /** Begins the title of the hidden column by which a workbook of ours tells which one it is. */
    private static final String MARK = "convergence ";

    /** The title of the hidden column of a workbook of ours. */
    public String mark() {
        return MARK + workbook;
    }

    /** The workbook of ours that a title names; empty for other titles. */
    static Optional<UUID> readMark(String title) {
        return title.startsWith(MARK) ? TextParser.id(title.substring(MARK.length())) : Optional.empty();
    }

    /** A workbook. */
    public record PartnerWorkbookId(UUID value) implements Identifier {}

    /** A workbook in a list. */
    public record PartnerWorkbookRow(
            PartnerWorkbookId id,
            String name,
            String organisationName,
            PartnerEntryKind kind,
            boolean isOurs,
            int entries) {}

    /** The same, mapped as a file was. */
    PartnerWorkbook mapped(List<String> head, List<@Nullable ImportColumn> meanings) {
        Map<String, String> mapped = new HashMap<>();
        for (int at = 0; at < head.size(); at++) {
            ImportColumn meaning = meanings.get(at);
            if (meaning != null) {
                mapped.put(TextNormalizer.fold(head.get(at)), meaning.name());
            }
        }
        return new PartnerWorkbook(workbook, organisation, kind, name, isOurs, mapped);
    }

    /** What the columns of a file mean as it was mapped; {@code null} where it has none of this title. */
    List<@Nullable ImportColumn> recognise(List<String> head) {
        List<@Nullable ImportColumn> meanings = new ArrayList<>();
        head.forEach(title -> {
            String known = columns.get(TextNormalizer.fold(title));
            meanings.add(
                    known == null
                            ? null
                            : TextParser.constant(known, PartnerWorkbookColumn.class)
                                    .orElse(null));
        });
        return meanings;
    }
}
