package org.convergence.directory.protection.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.RedactableFiles;
import org.convergence.platform.redaction.RedactionPass;
import org.convergence.platform.redaction.TextRedaction;
import org.springframework.stereotype.Component;

/** The texts at the places where a protected person may be meant: in rows, in the history, in files. */
@Component
class MentionTexts {

    private final TextRedaction textRedaction;
    private final DocumentRedaction documents;
    private final List<RedactableFiles> kept;

    MentionTexts(TextRedaction textRedaction, DocumentRedaction documents, List<RedactableFiles> kept) {
        this.textRedaction = textRedaction;
        this.documents = documents;
        this.kept = List.copyOf(kept);
    }

    /** Opens one connection for reading all places. */
    RedactionPass open() {
        return textRedaction.open();
    }

    /** The texts at a place, as far as they are read; of the history each by itself, then the row. */
    List<String> find(MentionRepository.MentionPlace place, RedactionPass pass) {
        if (place.place().equals(DocumentRedaction.INSIDE)) {
            return documents.texts(document(place));
        }
        Optional<RedactableFiles> files = keptAt(place);
        if (files.isPresent()) {
            return files.get().findText(document(place)).stream().toList();
        }
        Optional<String> text = pass.text(place.place(), place.key(), place.field());
        return place.place().equals(HistoryText.TABLE)
                ? text.stream()
                        .flatMap(row -> Stream.concat(
                                HistoryText.texts(row).stream().map(HistoryText.RememberedText::text), Stream.of(row)))
                        .toList()
                : text.stream().toList();
    }

    /** Rewrites the texts at a place; answers whether that changed anything. */
    boolean replace(MentionRepository.MentionPlace place, UnaryOperator<String> replaced, String codeName) {
        if (place.place().equals(DocumentRedaction.INSIDE)) {
            return documents.replaceIn(document(place), replaced);
        }
        Optional<RedactableFiles> files = keptAt(place);
        if (files.isPresent()) {
            return files.get().replaceIn(document(place), replaced, codeName);
        }
        try (RedactionPass pass = textRedaction.open()) {
            return pass.replaceAt(
                    place.place(),
                    place.key(),
                    place.field(),
                    place.place().equals(HistoryText.TABLE)
                            ? row -> HistoryText.replace(row, replaced)
                            : text -> ContactPointRedaction.apply(place.field(), text, replaced.apply(text)));
        } catch (IllegalStateException rule) {
            return false;
        }
    }

    private Optional<RedactableFiles> keptAt(MentionRepository.MentionPlace place) {
        return kept.stream().filter(each -> each.place().equals(place.place())).findFirst();
    }

    private static UUID document(MentionRepository.MentionPlace place) {
        return UUID.fromString(row(place));
    }

    /** The id of the row or file. */
    static String row(MentionRepository.MentionPlace place) {
        return Json.parse(place.key()).node().path(0).asString();
    }
}
