package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.SecondLookSubject;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts of an issue that is being written. A good answer stands on its page; it is no condition of the sending. */
@Component
record NewsletterSecondLook(NewsletterRepository repository) implements SecondLookSubject {

    @Override
    public String kind() {
        return "outreach.newsletter";
    }

    @Override
    public Optional<TextsToRead> find(UUID record) {
        Newsletter issue = repository.findById(new NewsletterId(record));
        List<NewsletterBlock> blocks = repository.findBlocks(issue.id());
        String title = NewsletterPreviewService.subject(blocks, issue.firstLanguage());
        return !issue.isEditable() || title.isBlank()
                ? Optional.empty()
                : Optional.of(new TextsToRead(
                        title,
                        "/outreach/newsletter/" + record,
                        issue.languages().stream()
                                .map(language -> new TextToRead(
                                        language,
                                        NewsletterPreviewService.subject(blocks, language),
                                        body(blocks, language)))
                                .toList(),
                        null));
    }

    @Override
    public void lock(UUID record) {
        repository.lock(new NewsletterId(record));
    }

    private static String body(List<NewsletterBlock> blocks, String language) {
        return blocks.stream()
                .filter(each -> each.kind() != NewsletterBlock.NewsletterBlockKind.SUBJECT)
                .flatMap(each -> each.text(language).stream())
                .filter(each -> !each.isEmpty())
                .map(each -> (each.title() + "\n" + each.body()).strip())
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public void approve(UUID record, @Nullable PersonId reader, String name, LocalDate on) {
        // The invitation holds the answer.
    }
}
