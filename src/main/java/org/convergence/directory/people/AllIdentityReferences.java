package org.convergence.directory.people;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The references of all modules, in the order of their beans. A {@code List<IdentityReference>} would be injected
 * without those that modules declare table by table.
 */
@Component
public final class AllIdentityReferences extends AbstractList<IdentityReference> {

    private final List<IdentityReference> all;

    AllIdentityReferences(List<ReferenceSource> sources) {
        this.all = sources.stream().flatMap(AllIdentityReferences::references).toList();
    }

    private static Stream<IdentityReference> references(ReferenceSource source) {
        return source instanceof IdentityReferences declared
                ? declared.references().stream()
                : Stream.of((IdentityReference) source);
    }

    @Override
    public IdentityReference get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
