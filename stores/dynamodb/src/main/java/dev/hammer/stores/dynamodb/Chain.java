package dev.hammer.stores.dynamodb;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Several iterators as one; the next is not touched before the one before has ended. */
final class Chain<T> implements Iterator<T> {
  private final Iterator<Iterator<T>> links;
  private Iterator<T> current = Collections.emptyIterator();

  Chain(List<Iterator<T>> links) {
    this.links = links.iterator();
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && links.hasNext()) {
      current = links.next();
    }
    return current.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
