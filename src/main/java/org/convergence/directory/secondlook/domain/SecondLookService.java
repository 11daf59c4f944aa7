package org.convergence.directory.secondlook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.SecondLookPermissions;
import org.convergence.directory.secondlook.SecondLookSubject;
import org.convergence.directory.secondlook.SecondLookSubject.TextsToRead;
import org.convergence.directory.secondlook.domain.SecondLookInvitation.SecondLookInvitationId;
import org.convergence.directory.secondlook.domain.SecondLookInvitation.SecondLookState;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people to read texts, and records their answers, which a link gives without an account. */
@Service
@Transactional
@Requires(SecondLookPermissions.ASK)
public class SecondLookService {

    /** The beginning of the addresses of links. */
    public static final String PATH = "/public/second-look/";

    static final Actor BY_LINK = Actor.system("second look");
    private static final int LONGEST_TITLE = 300;

    private final SecondLookRepository repository;
    private final SecondLookLetterSender letters;
    private final Map<String, SecondLookSubject> subjects;
    private final OrganisationSettings settings;

    SecondLookService(
            SecondLookRepository repository,
            SecondLookLetterSender letters,
            List<SecondLookSubject> subjects,
            OrganisationSettings settings) {
        this.repository = repository;
        this.letters = letters;
        this.subjects = subjects.stream().collect(Collectors.toMap(SecondLookSubject::kind, Function.identity()));
        this.settings = settings;
    }

    /**
     * The texts of a record.
     *
     * @throws NotFound if there are no such texts
     * @throws Refused if they wait for no second look
     */
    @Transactional(readOnly = true)
    public TextsToRead findTexts(String kind, UUID record) {
        return find(kind, record).orElseThrow(() -> new Refused("secondlook.refused.nothing"));
    }

    private Optional<TextsToRead> find(String kind, UUID record) {
        return subject(kind).find(record);
    }

    private SecondLookSubject subject(String kind) {
        SecondLookSubject subject = subjects.get(kind);
        if (subject == null) {
            throw new NotFound("second-look");
        }
        return subject;
    }

    /**
     * Previews the letter to a reader.
     *
     * @throws Refused if no address of the reader is known, or it is the actor or the author
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(String kind, UUID record, PersonId reader) {
        TextsToRead texts = findTexts(kind, record);
        return letters.preview(texts.title(), requireOther(kind, record, reader, texts));
    }

    private PersonId requireOther(String kind, UUID record, PersonId reader, TextsToRead texts) {
        if (reader.value().equals(CurrentActor.get().personId())) {
            throw new Refused("secondlook.refused.self");
        }
        requireNoAuthor(kind, record, reader, texts);
        return reader;
    }

    private void requireNoAuthor(String kind, UUID record, @Nullable PersonId reader, TextsToRead texts) {
        boolean isAuthor = reader != null && texts.author() != null && repository.isHolder(texts.author(), reader);
        if (isAuthor || (reader != null && subject(kind).isWriter(record, reader))) {
            throw new Refused("secondlook.refused.self");
        }
    }

    /** Asks a person to read the texts of a record, by letter; refused as in {@link #preview}. */
    @Transactional(label = "secondlook.ask")
    public void ask(String kind, UUID record, PersonId reader) {
        TextsToRead texts = findTexts(kind, record);
        PersonContact contact = letters.requireContact(requireOther(kind, record, reader, texts));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("kind", kind);
        values.put("record", record);
        values.put("title", TextShortener.shorten(texts.title(), LONGEST_TITLE));
        values.put("url", texts.url());
        values.put("reader", reader);
        values.put("reader_name", contact.who().name());
        values.put("asked_name", CurrentActor.get().label());
        values.put("asked_at", repository.now());
        letters.post(contact, repository.insert(values));
    }

    /** The latest invitations to read a record, the latest first. */
    @Transactional(readOnly = true)
    @Requires(SecondLookPermissions.READ)
    public List<SecondLookInvitation> findByRecord(String kind, UUID record) {
        return repository.findByRecord(kind, record);
    }

    /** A hash of the texts of a record as they are now; empty if they wait for no second look. */
    @Transactional(readOnly = true)
    @Requires(SecondLookPermissions.READ)
    public Optional<String> findWording(String kind, UUID record) {
        return find(kind, record).map(SecondLookService::fingerprint);
    }

    /** The present title of the texts; the title under which they were asked for, once they wait no longer. */
    @Transactional(readOnly = true)
    @Requires(SecondLookPermissions.READ)
    public String findTitle(UUID id) {
        SecondLookInvitation invitation = repository.find(id).orElseThrow(() -> new NotFound("second-look"));
        return find(invitation.kind(), invitation.record())
                .map(TextsToRead::title)
                .orElse(invitation.title());
    }

    /** Whether the actor may read the texts of an invitation. */
    @Transactional(readOnly = true)
    @Requires(SecondLookPermissions.READ)
    public boolean isReadable(UUID invitation) {
        return repository
                .find(invitation)
                .flatMap(each -> Optional.ofNullable(subjects.get(each.kind())))
                .map(SecondLookSubject::isReadable)
                .orElse(false);
    }

    /** Whether an answer may still come: the link is open, and the texts exist and wait for a second look. */
    @Transactional(readOnly = true)
    @Requires(SecondLookPermissions.READ)
    public boolean isAwaited(UUID invitation) {
        Instant oldest = repository.now().toInstant().minus(Duration.ofDays(SecondLookReferences.OPEN));
        return repository
                .find(invitation)
                .filter(each ->
                        each.state() == SecondLookState.ASKED && each.askedAt().isAfter(oldest))
                .flatMap(this::findAwaited)
                .isPresent();
    }

    /** The texts of an invitation; empty if they wait for no second look, or are deleted. */
    private Optional<TextsToRead> findAwaited(SecondLookInvitation invitation) {
        try {
            return find(invitation.kind(), invitation.record());
        } catch (NotFound deleted) {
            return Optional.empty();
        }
    }

    /**
     * Takes a second look back, with its letter if that waits; the link then says so and shows no text.
     *
     * @return the page of the texts
     * @throws Refused if it was answered
     */
    @Transactional(label = "secondlook.withdraw")
    public String withdraw(SecondLookInvitationId id) {
        SecondLookInvitation invitation = repository.lock(id);
        if (invitation.state() != SecondLookState.ASKED) {
            throw new Refused("secondlook.refused.answered");
        }
        letters.takeBack(id);
        repository.update(invitation, Map.of("state", SecondLookState.WITHDRAWN, "answered_at", repository.now()));
        return invitation.url();
    }

    /**
     * Notes that the team saw a comment.
     *
     * @return the page of the texts
     */
    @Transactional(label = "secondlook.see")
    public String markSeen(SecondLookInvitationId id) {
        SecondLookInvitation invitation = repository.lock(id);
        if (invitation.state() == SecondLookState.COMMENTED) {
            repository.update(invitation, Map.of("state", SecondLookState.SEEN));
        }
        return invitation.url();
    }

    /**
     * What a link opens.
     *
     * @param texts {@code null} if they wait for no second look any more
     * @param wording a hash of the texts, which an answer returns
     */
    public record OpenedLook(
            SecondLookInvitation invitation, @Nullable TextsToRead texts, String wording) {}

    /** @throws NotFound if the secret opens nothing */
    @Open("a link opens the texts to their reader")
    @Transactional(readOnly = true)
    public OpenedLook open(String secret) {
        return CurrentActor.callAs(BY_LINK, () -> {
            SecondLookInvitation invitation = repository
                    .find(repository.requireByLink(secret).value())
                    .orElseThrow(() -> new NotFound("second-look"));
            TextsToRead texts = invitation.state() == SecondLookState.ASKED
                    ? findAwaited(invitation).orElse(null)
                    : null;
            return new OpenedLook(invitation, texts, texts == null ? "" : fingerprint(texts));
        });
    }

    /**
     * Records that the reader found the texts good.
     *
     * @param wording the hash of the texts that were shown
     * @throws Refused if they are others now, the reader wrote them, or the invitation was answered
     */
    @Open("a link answers for its reader")
    @Transactional(label = "secondlook.approve")
    public void approve(String secret, String wording) {
        CurrentActor.callAs(BY_LINK, () -> {
            SecondLookInvitation invitation = lockAsked(secret);
            SecondLookSubject subject = subject(invitation.kind());
            requireAwaited(invitation);
            subject.lock(invitation.record());
            TextsToRead texts = requireAwaited(invitation);
            requireNoAuthor(invitation.kind(), invitation.record(), invitation.reader(), texts);
            if (!fingerprint(texts).equals(wording)) {
                throw new Refused("public.secondlook.rewritten");
            }
            subject.approve(invitation.record(), invitation.reader(), invitation.readerName(), settings.today());
            repository.update(
                    invitation,
                    Map.of("state", SecondLookState.GOOD, "wording", wording, "answered_at", repository.now()));
            return true;
        });
    }

    private TextsToRead requireAwaited(SecondLookInvitation invitation) {
        return findAwaited(invitation).orElseThrow(() -> new Refused("public.secondlook.over"));
    }

    /** Records a comment of the reader; refused if the invitation was answered, or the texts are deleted. */
    @Open("a link answers for its reader")
    @Transactional(label = "secondlook.comment")
    public void comment(String secret, String words) {
        CurrentActor.callAs(BY_LINK, () -> {
            SecondLookInvitation invitation = lockAsked(secret);
            requireAwaited(invitation);
            repository.update(
                    invitation,
                    Map.of("state", SecondLookState.COMMENTED, "comment", words, "answered_at", repository.now()));
            return true;
        });
    }

    private SecondLookInvitation lockAsked(String secret) {
        SecondLookInvitation invitation = repository.lock(repository.requireByLink(secret));
        if (invitation.state() != SecondLookState.ASKED) {
            throw new Refused("public.secondlook.over");
        }
        return invitation;
    }

    private static String fingerprint(TextsToRead texts) {
        String all = texts.texts().stream()
                .map(each -> each.language() + "\n" + each.title() + "\n" + each.body())
                .collect(Collectors.joining("\n\n"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Token.hashOf(all));
    }
}
