package org.convergence.plan.realisation.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RecordingDraft;
import org.convergence.plan.realisation.RecordingDraft.Begun;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What other modules know of and nobody recorded yet, by the word that a form carries: {@code plan.mailbox/<id>}. */
@Component
class Drafts {

    static final String FIELD = "draft";

    private final Map<String, RecordingDraft> byKind;

    Drafts(ObjectProvider<RecordingDraft> contributed) {
        this.byKind =
                contributed.stream().collect(Collectors.toUnmodifiableMap(RecordingDraft::kind, Function.identity()));
    }

    /**
     * With what the form begins.
     *
     * @throws NotFound where there is no such draft, or it is not hers
     */
    Begun begun(String word) {
        return owner(word).flatMap(it -> source(it).of(it.id())).orElseThrow(() -> new NotFound("draft"));
    }

    /** Whether a file is one of the form's draft, which lets it go once the form is saved. */
    boolean holds(Form form, @Nullable DocumentOwner owner) {
        return owner != null && owner(form.value(FIELD)).filter(owner::equals).isPresent();
    }

    /** Tells the draft with which the form began that it was recorded; nothing where it began empty. */
    void recorded(Form form, RealisationId realisation) {
        owner(form.value(FIELD)).ifPresent(it -> source(it).recorded(it.id(), realisation));
    }

    private RecordingDraft source(DocumentOwner it) {
        return Objects.requireNonNull(byKind.get(it.kind()));
    }

    private Optional<DocumentOwner> owner(String word) {
        int slash = word.indexOf('/');
        if (slash < 0 || !byKind.containsKey(word.substring(0, slash))) {
            return Optional.empty();
        }
        return TextParser.id(word.substring(slash + 1)).map(id -> new DocumentOwner(word.substring(0, slash), id));
    }
}
