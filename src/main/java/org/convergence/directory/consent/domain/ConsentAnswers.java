package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.consent.ConsentBasis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Consents;
import org.convergence.directory.consent.Ground;
import org.convergence.directory.consent.MayWrite;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentPolicy.Question;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether a person may be written to, from the ledger, other modules' grounds and withdrawals by address. */
@Service
@Transactional(readOnly = true)
@Requires(ConsentPermissions.READ)
public class ConsentAnswers implements Consents {

    private final LedgerStore store;
    private final Addresses addresses;
    private final Standings standings;
    private final ObjectProvider<ConsentBasis> others;

    ConsentAnswers(LedgerStore store, Addresses addresses, Standings standings, ObjectProvider<ConsentBasis> others) {
        this.store = store;
        this.addresses = addresses;
        this.standings = standings;
        this.others = others;
    }

    @Override
    public Map<PersonId, MayWrite> mayWrite(
            Collection<PersonId> people, ConsentChannel channel, Purpose purpose, LocalDate on) {
        Map<PersonId, MayWrite> answers = new LinkedHashMap<>();
        Question asked = new Question(channel, purpose, on);
        Known known = known(people);
        people.forEach(person -> answers.put(person, known.answer(person, asked)));
        return answers;
    }

    /** The answer for one person on each purpose they can choose, in order. */
    public Map<Purpose, MayWrite> mayWrite(PersonId person, ConsentChannel channel, LocalDate on) {
        Map<Purpose, MayWrite> answers = new LinkedHashMap<>();
        Known known = known(List.of(person));
        Purpose.CHOSEN.forEach(
                purpose -> answers.put(purpose, known.answer(person, new Question(channel, purpose, on))));
        return answers;
    }

    private record Known(Map<UUID, List<Ground>> grounds, Map<UUID, List<Withdrawal>> withdrawals, Standing standing) {

        MayWrite answer(PersonId person, Question asked) {
            return ConsentPolicy.answer(
                    asked,
                    grounds.getOrDefault(person.value(), List.of()),
                    withdrawals.getOrDefault(person.value(), List.of()),
                    standing.charitySince());
        }
    }

    private Known known(Collection<PersonId> people) {
        List<UUID> ids = people.stream().map(PersonId::value).toList();
        Map<UUID, List<Ground>> grounds = new LinkedHashMap<>();
        Map<UUID, List<Withdrawal>> withdrawals = new LinkedHashMap<>();
        store.said(ids).forEach((person, said) -> {
            grounds.computeIfAbsent(person, p -> new ArrayList<>()).addAll(said.grounds());
            withdrawals.computeIfAbsent(person, p -> new ArrayList<>()).addAll(said.withdrawals());
        });
        addresses
                .asked(ids)
                .forEach((person, asked) -> withdrawals
                        .computeIfAbsent(person, p -> new ArrayList<>())
                        .addAll(asked));
        others.forEach(each -> each.grounds(people)
                .forEach((person, found) -> grounds.computeIfAbsent(person.value(), p -> new ArrayList<>())
                        .addAll(found)));
        return new Known(grounds, withdrawals, standings.now());
    }
}
