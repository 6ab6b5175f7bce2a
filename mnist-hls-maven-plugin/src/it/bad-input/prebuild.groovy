import io.github.mnisthls.it.TinyDataset

def images = 't10k-images-idx3-ubyte'
def labels = 't10k-labels-idx1-ubyte'
def make = { name ->
    def folder = new File(basedir, name)
    TinyDataset.write(folder.toPath())
    return folder
}

make('dataset')

def truncated = new File(make('truncated'), images)
truncated.bytes = truncated.bytes[0..<-1] as byte[]

def corrupted = new File(make('corrupted'), images)
def packed = new ByteArrayOutputStream()
new java.util.zip.GZIPOutputStream(packed).withStream { it.write(corrupted.bytes) }
byte[] bytes = packed.toByteArray()
bytes[bytes.length - 5] ^= 1
new File(corrupted.parentFile, images + '.gz').bytes = bytes
corrupted.delete()

new File(make('wrong-checksum'), 'SHA256SUMS').text = '0' * 64 + '  ' + images + '\n'

def wrong = new File(make('wrong-label'), labels)
byte[] values = wrong.bytes
values[8 + 17] = 4
wrong.bytes = values
true
