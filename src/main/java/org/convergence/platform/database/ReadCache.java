package org.convergence.platform.database;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a read-only transaction has read already, so that the parts of a page that need the same rows read them once.
 * Outside read-only transactions nothing is kept.
 */
public final class ReadCache implements TransactionSynchronization {

    private final Map<Class<?>, Map<?, ?>> values = new HashMap<>();

    private ReadCache() {}

    /**
     * The value of a type in the current read-only transaction.
     *
     * @param read reads it where it is not kept yet
     */
    public static <V> V get(Class<V> type, Supplier<V> read) {
        return getAll(type, Set.of(type), missing -> Map.of(type, read.get())).values().stream()
                .findFirst()
                .orElseThrow();
    }

    /**
     * The values of a type by their ids, in the order of the ids; without those that do not exist.
     *
     * @param read reads the values that are not kept yet, together
     */
    public static <K, V> Map<K, V> getAll(Class<V> type, Collection<K> ids, Function<Collection<K>, Map<K, V>> read) {
        Map<K, V> kept = kept(type);
        Set<K> missing = new LinkedHashSet<>(ids);
        missing.removeAll(kept.keySet());
        if (!missing.isEmpty()) {
            kept.putAll(read.apply(missing));
        }
        Map<K, V> found = new LinkedHashMap<>();
        ids.stream().filter(kept::containsKey).forEach(id -> found.put(id, kept.get(id)));
        return found;
    }

    // The keys and values of each map are those of its own type.
    @SuppressWarnings("unchecked")
    private static <K, V> Map<K, V> kept(Class<V> type) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                        && TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                ? (Map<K, V>) current().values.computeIfAbsent(type, none -> new HashMap<>())
                : new HashMap<>();
    }

    // Held among the transaction's synchronizations, which Spring sets aside with a suspended transaction.
    private static ReadCache current() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(ReadCache.class::isInstance)
                .map(ReadCache.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    ReadCache none = new ReadCache();
                    TransactionSynchronizationManager.registerSynchronization(none);
                    return none;
                });
    }
}
