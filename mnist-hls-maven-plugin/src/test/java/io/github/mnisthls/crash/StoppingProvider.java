/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.crash;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The machine's files, as a JVM sees them that may be stopped at any change of them. A JVM has it in place of its own with
 * {@code -Djava.nio.file.spi.DefaultFileSystemProvider}, so that every write, rename and removal of every class goes through it.
 */
public final class StoppingProvider extends FileSystemProvider {
    private final FileSystemProvider real;
    private final StoppingFileSystem system;
    private final Stops stops = new Stops();

    /** As the JVM makes it. */
    public StoppingProvider(FileSystemProvider real) {
        this.real = real;
        this.system = new StoppingFileSystem(this, real.getFileSystem(URI.create("file:///")));
    }

    private Path wrap(Path path) {
        return new StoppingPath(system, path);
    }

    private static Path real(Path path) {
        return StoppingPath.real(path);
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return real.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return wrap(real.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        if (!options.contains(StandardOpenOption.WRITE) && !options.contains(StandardOpenOption.APPEND)) {
            return real.newByteChannel(real(path), options, attributes);
        }
        return new StoppingChannel(
                stops,
                real(path),
                stops.at("open", real(path), () -> real.newByteChannel(real(path), options, attributes)));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return stops.at("open", real(path), () -> real.newFileChannel(real(path), options, attributes));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> all = real.newDirectoryStream(real(folder), entry -> filter.accept(wrap(entry)))) {
            all.forEach(entry -> entries.add(wrap(entry)));
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {
                entries.clear();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        stops.at("folder", real(folder), () -> {
            real.createDirectory(real(folder), attributes);
            return folder;
        });
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        stops.at("link", real(link), () -> {
            real.createSymbolicLink(real(link), real(target), attributes);
            return link;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        stops.at("delete", real(path), () -> {
            real.delete(real(path));
            return path;
        });
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        return stops.at("delete", real(path), () -> real.deleteIfExists(real(path)));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return wrap(real.readSymbolicLink(real(link)));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        stops.at("copy", real(target), () -> {
            real.copy(real(source), real(target), options);
            return target;
        });
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        stops.at("move", real(target), () -> {
            real.move(real(source), real(target), options);
            return target;
        });
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(real(path), attribute, value, options);
    }
}
