package org.convergence.platform.shell.web;

import org.convergence.platform.database.Identifier;
import org.convergence.platform.text.TextParser;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads typed ids in addresses, so that a controller declares {@code @PathVariable ProspectId id}. */
final class IdentifierConverter implements ConverterFactory<String, Identifier> {

    @Override
    public <T extends Identifier> Converter<String, T> getConverter(Class<T> type) {
        var constructor = BeanUtils.getResolvableConstructor(type);
        return text -> BeanUtils.instantiateClass(
                constructor, TextParser.id(text).orElseThrow(() -> new IllegalArgumentException("no id: " + text)));
    }
}
