package org.convergence.directory.consent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentGroundSource;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Ground;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentPolicy.ConsentQuestion;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers whether a person may be written to, from the ledger, other modules' grounds and withdrawals by address. */
@Service
@Transactional(readOnly = true)
@Requires(ConsentPermissions.READ)
public class ConsentDecisionQueries implements ConsentChecker {

    private final ConsentLedgerRepository store;
    private final AddressWithdrawals addresses;
    private final SenderIdentityRepository senderIdentityRepository;
    private final ObjectProvider<ConsentGroundSource> others;
    private final JdbcClient db;

    ConsentDecisionQueries(
            ConsentLedgerRepository store,
            AddressWithdrawals addresses,
            SenderIdentityRepository senderIdentityRepository,
            ObjectProvider<ConsentGroundSource> others,
            JdbcClient db) {
        this.store = store;
        this.addresses = addresses;
        this.senderIdentityRepository = senderIdentityRepository;
        this.others = others;
        this.db = db;
    }

    @Override
    public Map<PersonId, ConsentDecision> mayWrite(
            Collection<PersonId> people, ConsentChannel channel, Purpose purpose, LocalDate on) {
        Map<PersonId, ConsentDecision> answers = new LinkedHashMap<>();
        ConsentQuestion asked = new ConsentQuestion(channel, purpose, on);
        ConsentInputs known = known(people);
        people.forEach(person -> answers.put(person, known.answer(person, asked)));
        return answers;
    }

    /** The answer for one person on each purpose they can choose, in order. */
    public Map<Purpose, ConsentDecision> mayWrite(PersonId person, ConsentChannel channel, LocalDate on) {
        Map<Purpose, ConsentDecision> answers = new LinkedHashMap<>();
        ConsentInputs known = known(List.of(person));
        Purpose.CHOSEN.forEach(
                purpose -> answers.put(purpose, known.answer(person, new ConsentQuestion(channel, purpose, on))));
        return answers;
    }

    private record ConsentInputs(
            Map<UUID, List<Ground>> grounds, Map<UUID, List<Withdrawal>> withdrawals, SenderIdentity standing) {

        ConsentDecision answer(PersonId person, ConsentQuestion asked) {
            return ConsentPolicy.answer(
                    asked,
                    grounds.getOrDefault(person.value(), List.of()),
                    withdrawals.getOrDefault(person.value(), List.of()),
                    standing.charitySince());
        }
    }

    /** A representative is one until the last function ends (R-CASL-14); a person without any function keeps the ground. */
    private void endOfFunctions(Map<UUID, List<Ground>> grounds) {
        Map<UUID, List<Ground>> exempt = new LinkedHashMap<>(grounds);
        exempt.values().removeIf(found -> found.stream().noneMatch(ConsentDecisionQueries::isRepresentative));
        if (exempt.isEmpty()) {
            return;
        }
        Map<UUID, LocalDate> ended = new LinkedHashMap<>();
        db.sql("""
                        SELECT person, max(until) AS ended FROM directory.people_held_function WHERE person = ANY (?)
                        GROUP BY person HAVING bool_and(until IS NOT NULL)""")
                .param(exempt.keySet().toArray(UUID[]::new))
                .query((row, n) ->
                        ended.put(row.getObject("person", UUID.class), row.getObject("ended", LocalDate.class)))
                .list();
        ended.forEach((person, day) -> Objects.requireNonNull(exempt.get(person))
                .replaceAll(each -> isRepresentative(each) && !day.isBefore(each.since()) ? each.endedOn(day) : each));
    }

    private static boolean isRepresentative(Ground ground) {
        return ground.basis() == Basis.EXEMPT && ground.ended() == null;
    }

    private ConsentInputs known(Collection<PersonId> people) {
        List<UUID> ids = people.stream().map(PersonId::value).toList();
        Map<UUID, List<Ground>> grounds = new LinkedHashMap<>();
        Map<UUID, List<Withdrawal>> withdrawals = new LinkedHashMap<>();
        store.findByPeople(ids).forEach((person, said) -> {
            grounds.computeIfAbsent(person, p -> new ArrayList<>()).addAll(said.grounds());
            withdrawals.computeIfAbsent(person, p -> new ArrayList<>()).addAll(said.withdrawals());
        });
        addresses
                .findWithdrawals(ids)
                .forEach((person, asked) -> withdrawals
                        .computeIfAbsent(person, p -> new ArrayList<>())
                        .addAll(asked));
        others.forEach(each -> each.grounds(people)
                .forEach((person, found) -> grounds.computeIfAbsent(person.value(), p -> new ArrayList<>())
                        .addAll(found)));
        endOfFunctions(grounds);
        return new ConsentInputs(grounds, withdrawals, senderIdentityRepository.current());
    }
}
